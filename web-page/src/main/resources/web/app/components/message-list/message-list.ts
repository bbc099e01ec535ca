import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ConversationId } from "../../live/conversation.ts";
import { Announcer } from "../../live/announcer.ts";
import { entriesOf, type Entry } from "../../live/entries.ts";
import type { User } from "../../live/frames.ts";
import type { Loading } from "../../live/history.ts";
import type { Item, Message } from "../../live/message.ts";
import { nearnessOf } from "../../live/nearness.ts";
import type { Outgoing } from "../../live/outbox.ts";
import type { Range } from "../../live/ranges.ts";
import type { Rights } from "../../live/rights.ts";
import { indexOf } from "../../live/sorted.ts";
import { MessageWindow, type Shown } from "../../live/window.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { DayController } from "../day-controller.ts";
import { downIcon } from "../icons.ts";
import { VisibilityController } from "../visibility-controller.ts";
import { copiedLines, rangeIn } from "./copied-lines.ts";
import { LineActing } from "./line-acting.ts";
import { gapTemplate, topTemplate, type Reach } from "./list-top.ts";
import "./message-actions.ts";
import type { Act, MessageActions } from "./message-actions.ts";
import { entries } from "./message-entries.styles.ts";
import { entryTemplate, type Showing } from "./message-entries.ts";
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
 * @fires act with the {@link Act} on a message
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
  @property({ attribute: false }) items: readonly Item[] = [];
  /** What is missing of the log, up to its end. */
  @property({ attribute: false }) gaps: readonly Range[] = [];
  /** Everything from there on is loaded. */
  @property({ type: Number }) loadedFrom = 0;
  @property({ attribute: false }) rightsOn!: (message: Message) => Rights;
  @property({ attribute: false }) nameOf!: (user: number) => string | null;
  /** Changes when other names are known. */
  @property({ type: Number }) names = 0;
  @property({ type: Boolean, attribute: "may-react" }) mayReact = false;
  @property({ attribute: false }) outgoing: readonly Outgoing[] = [];
  /** How far it was read when the reader came: the mark of the unread stays there. Null for no mark. */
  @property({ type: Number }) readTo: number | null = null;
  @property() loading: Loading = "no";
  /** Of what is missing between the messages or after them. */
  @property() catchingUp: Loading = "no";
  /** Not all of it was seen. */
  @property({ type: Boolean }) behind = false;
  @property() reach: Reach = "nothing";
  @property({ type: Number }) unread = 0;
  @property({ type: Boolean }) connected = false;

  @state() private announced: readonly Message[] = [];

  /** Something unread is above what is on the screen, and was not seen yet. */
  @state() private isMissing = false;

  @query("[role=log]") private box!: HTMLElement | null;
  @query("message-actions") windows!: MessageActions;

  private readonly announcer = new Announcer();
  private readonly view = new MessageWindow();
  private onPage: Shown = { items: [], hasEarlier: false, hasLater: false };
  private readonly sticky = new StickyScroll(this, () => this.box);
  private readonly visibility = new VisibilityController(this, () => this.requestUpdate());
  private readonly lines = new UnreadLines(() => this.box);
  private readonly acting = new LineActing(this);
  private readonly actions = {
    retry: (clientId: string) => this.fire("retry", clientId),
    discard: (clientId: string) => this.fire("discard", clientId),
    edit: (clientId: string) => this.fire("edit", clientId),
    ...this.acting.actions,
  };

  constructor() {
    super();
    new DayController(this);
  }

  override render() {
    const { mayReact, names, nameOf } = this;
    const showing = { ...this.actions, isConnected: this.connected, mayReact, names, nameOf, meId: this.me.id };
    return html`
      <div
        class="box"
        role="log"
        tabindex="0"
        aria-label=${t.conversation.log(this.name)}
        aria-live="off"
        aria-busy=${this.loading === "loading"}
        @scroll=${this.scrolled}
        @copy=${this.copied}
        @keydown=${this.acting.pressed}
        @contextmenu=${this.acting.menuWanted}
      >
        <div class="column">
          ${this.top()} ${repeat(this.entries(), ({ key }) => key, (entry) => this.entry(entry, showing))}
        </div>
      </div>
      <p class="visually-hidden" role="status" aria-atomic="false">
        ${repeat(this.announced, ({ seq }) => seq, ({ sender, content }) => html`<span>${t.messages.announced(sender, content)}</span> `)}
      </p>
      <message-actions @act=${({ detail }: CustomEvent<Act>) => this.act(detail)}></message-actions>
      ${this.isMissing ? this.missed() : nothing}
      <button class="latest" ?hidden=${this.sticky.isAtEnd} @click=${this.toEnd}>
        ${downIcon} ${this.unread > 0 ? t.messages.toLatestUnread : t.messages.toLatest}
      </button>
    `;
  }

  private entries() {
    const { items, hasLater } = this.onPage;
    const end = items.at(-1)?.seq ?? 0;
    return entriesOf({
      items,
      outgoing: hasLater ? [] : this.outgoing,
      me: this.me,
      unreadFrom: this.lines.firstIn(this),
      gaps: hasLater ? this.gaps.filter(({ from }) => from < end) : this.gaps,
    });
  }

  private entry(entry: Entry, showing: Showing) {
    return entry.kind === "gap" ? gapTemplate(this.catchingUp, this.loadAgain) : entryTemplate(entry, showing);
  }

  private missed() {
    const from = this.lines.firstIn(this);
    const first = this.items[indexOf(this.items, from)];
    return missedTemplate({
      count: this.unread,
      since: first?.at ?? null,
      jump: () => this.fire("jump"),
      markRead: () => this.markRead(),
    });
  }

  private top() {
    const { reach, loading, beginning, loadAgain } = this;
    const isEmpty = this.items.length + this.outgoing.length === 0;
    return this.onPage.hasEarlier ? nothing : topTemplate({ reach, loading, beginning, isEmpty, loadAgain });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation")) {
      this.toEnd();
      this.lines.forget();
    }
    this.onPage = this.view.of(this.items);
    if (changed.has("items") || changed.has("reach") || changed.has("conversation")) {
      this.announce();
    }
  }

  /** What was told stays until there is something else to tell: only what is added is read out. */
  private announce(): void {
    const { conversation, items, reach, me } = this;
    const heard = this.announcer.newIn({ conversation, items, isLoaded: reach !== "nothing", me: me.id });
    this.announced = heard.length > 0 ? heard : this.announced;
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
    const seq = this.lines.firstIn(this) || (this.items[0]?.seq ?? 0);
    this.view.show(this.items, seq);
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
      this.view.hold(this.items);
    }
    this.showMore();
    this.look();
  }

  get list(): HTMLElement | null {
    return this.box;
  }

  readonly act = (act: Act) => this.fire("act", act);

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
    const showsEarlier = isNearTop && !this.sticky.isAtEnd && this.view.earlier(this.items);
    if (showsEarlier || (isNearEnd && this.onPage.hasLater && this.view.later(this.items))) {
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
