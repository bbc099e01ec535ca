import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ConversationId } from "../../live/conversation.ts";
import { entriesOf, type Entry } from "../../live/entries.ts";
import type { User } from "../../live/frames.ts";
import type { Loading } from "../../live/history.ts";
import type { Message } from "../../live/message.ts";
import { nearnessOf } from "../../live/nearness.ts";
import type { Outgoing } from "../../live/outbox.ts";
import { MessageWindow, type Shown } from "../../live/window.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { DayController } from "../day-controller.ts";
import { downIcon } from "../icons.ts";
import { VisibilityController } from "../visibility-controller.ts";
import { copiedLines, rangeIn } from "./copied-lines.ts";
import { gapTemplate, topTemplate, type Reach } from "./list-top.ts";
import { entries } from "./message-entries.styles.ts";
import { entryTemplate, type Actions, type Showing } from "./message-entries.ts";
import { styles } from "./message-list.styles.ts";
import { missedTemplate } from "./missed.ts";
import { StickyScroll } from "./sticky-scroll.ts";
import { UnreadLines } from "./unread-lines.ts";

/**
 * The messages of a conversation: of many only those around what the reader sees.
 *
 * @fires load-older
 * @fires load-again when a person asks for what could not be loaded
 * @fires seen with how far its reader has read, `seq`; null for the end, or all of it
 * @fires jump when the first unread message is wanted, which may not be loaded
 * @fires retry, discard, edit with a `client_id`
 */
@customElement("message-list")
export class MessageList extends LitElement {
  static override styles = [shared, buttons, entries, styles];

  /** Of the conversation, as people read it. */
  @property() name = "";
  /** What stands above its first message. */
  @property() beginning = "";
  @property() conversation: ConversationId = "";
  @property({ attribute: false }) me!: User;
  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ attribute: false }) outgoing: readonly Outgoing[] = [];
  /** How far it was read when the reader came: the mark of the unread stays there. Null for no mark. */
  @property({ type: Number }) readTo: number | null = null;
  @property() loading: Loading = "no";
  /** Of what is missing between the messages or after them. */
  @property() catchingUp: Loading = "no";
  /** Where the conversation ends, as far as is known. */
  @property({ type: Number }) lastSeq = 0;
  /** Not all of it was seen. */
  @property({ type: Boolean }) behind = false;
  @property() reach: Reach = "nothing";
  @property({ type: Number }) unread = 0;
  @property({ type: Boolean }) connected = false;

  /** Something unread is above what is on the screen, and was not seen yet. */
  @state() private isMissing = false;

  @query("[role=log]") private box!: HTMLElement | null;

  private readonly view = new MessageWindow();
  private onPage: Shown = { messages: [], hasEarlier: false, hasLater: false };
  private readonly sticky = new StickyScroll(this, () => this.box);
  private readonly visibility = new VisibilityController(this, () => this.requestUpdate());
  private readonly lines = new UnreadLines(() => this.box);
  private readonly actions: Actions = {
    retry: (clientId) => this.fire("retry", clientId),
    discard: (clientId) => this.fire("discard", clientId),
    edit: (clientId) => this.fire("edit", clientId),
  };

  constructor() {
    super();
    new DayController(this);
  }

  override render() {
    const showing = { ...this.actions, isConnected: this.connected };
    return html`
      <div
        class="box"
        role="log"
        tabindex="0"
        aria-label=${t.conversation.log(this.name)}
        aria-live=${this.sticky.isAtEnd ? "polite" : "off"}
        aria-busy=${this.loading === "loading"}
        @scroll=${this.scrolled}
        @copy=${this.copied}
      >
        <div class="column">
          ${this.top()} ${repeat(this.entries(), ({ key }) => key, (entry) => this.entry(entry, showing))}
        </div>
      </div>
      ${this.isMissing ? this.missed() : nothing}
      <button class="latest" ?hidden=${this.sticky.isAtEnd} @click=${this.toEnd}>
        ${downIcon} ${this.unread > 0 ? t.messages.toLatestUnread : t.messages.toLatest}
      </button>
    `;
  }

  private entries() {
    const { messages, hasLater } = this.onPage;
    return entriesOf(messages, hasLater ? [] : this.outgoing, this.me, this.lines.firstIn(this), hasLater ? 0 : this.lastSeq);
  }

  private entry(entry: Entry, showing: Showing) {
    return entry.kind === "gap" ? gapTemplate(this.catchingUp, this.loadAgain) : entryTemplate(entry, showing);
  }

  private missed() {
    const from = this.lines.firstIn(this);
    const first = this.messages.find(({ seq }) => seq === from);
    return missedTemplate({
      count: this.unread,
      since: first?.at ?? null,
      jump: () => this.fire("jump"),
      markRead: () => this.markRead(),
    });
  }

  private top() {
    const { reach, loading, beginning, loadAgain } = this;
    const isEmpty = this.messages.length + this.outgoing.length === 0;
    return this.onPage.hasEarlier ? nothing : topTemplate({ reach, loading, beginning, isEmpty, loadAgain });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation")) {
      this.toEnd();
      this.lines.forget();
    }
    this.onPage = this.view.of(this.messages);
  }

  protected override updated(): void {
    if (!this.isConnected) {
      return;
    }
    this.showMore();
    this.look();
  }

  /** What of the unread the reader sees, and of what one wrote oneself. */
  private look(): void {
    const isLoaded = this.reach !== "nothing";
    this.isMissing = this.unread > 0 && isLoaded && !this.lines.isReached(this);
    if (!this.behind || !isLoaded || this.isMissing || !this.visibility.isVisible) {
      return;
    }
    if (this.isAtEnd) {
      this.fire("seen", null);
    } else if (this.lines.lastOnScreen > 0) {
      this.fire("seen", this.lines.lastOnScreen);
    }
  }

  private markRead(): void {
    this.lines.assume(this.lines.firstIn(this));
    this.fire("seen", null);
  }

  override focus(): void {
    this.box?.focus();
  }

  /** To the first unread message, as far as it is loaded. */
  async toUnread(): Promise<void> {
    const seq = this.lines.firstIn(this) || (this.messages[0]?.seq ?? 0);
    this.view.show(this.messages, seq);
    this.sticky.leaveEnd();
    this.requestUpdate();
    await this.updateComplete;
    const line = this.box?.querySelector(`[data-seq="${seq}"]`);
    line?.scrollIntoView({ block: "center" });
  }

  /** The last message is on the screen. */
  get isAtEnd(): boolean {
    return this.sticky.isAtEnd && !this.onPage.hasLater;
  }

  private scrolled(): void {
    this.sticky.scrolled(!this.onPage.hasLater);
    if (this.sticky.isAtEnd) {
      this.view.toEnd();
    } else {
      this.view.hold(this.messages);
    }
    this.showMore();
    this.look();
  }

  private copied(event: ClipboardEvent): void {
    const range = this.box === null ? null : rangeIn(this.renderRoot as ShadowRoot);
    const text = this.box === null || range === null ? null : copiedLines(this.box, range);
    if (text !== null) {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    }
  }

  toEnd(): void {
    this.view.toEnd();
    this.sticky.toEnd();
  }

  /** Where the reader comes close to an end of it. */
  private showMore(): void {
    if (this.box === null || this.box.clientHeight === 0) {
      return;
    }
    const { isNearTop, isNearEnd, isNearOlder } = nearnessOf(this.box);
    const showsEarlier = isNearTop && !this.sticky.isAtEnd && this.view.earlier(this.messages);
    if (showsEarlier || (isNearEnd && this.onPage.hasLater && this.view.later(this.messages))) {
      this.requestUpdate();
    } else if (isNearOlder && !this.onPage.hasEarlier && this.reach === "part" && this.loading === "no") {
      this.fire("load-older");
    }
  }

  private readonly loadAgain = () => this.fire("load-again");

  private fire(event: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}
