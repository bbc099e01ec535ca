import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ConversationId } from "../../live/conversation.ts";
import { entriesOf, firstUnread } from "../../live/entries.ts";
import type { User } from "../../live/frames.ts";
import type { Loading } from "../../live/history.ts";
import type { Message } from "../../live/message.ts";
import { nearnessOf } from "../../live/nearness.ts";
import type { Outgoing } from "../../live/outbox.ts";
import { MessageWindow, type Shown } from "../../live/window.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { downIcon } from "../icons.ts";
import { VisibilityController } from "../visibility-controller.ts";
import { topTemplate, type Reach } from "./list-top.ts";
import { entries } from "./message-entries.styles.ts";
import { entryTemplate, type Actions } from "./message-entries.ts";
import { styles } from "./message-list.styles.ts";
import { StickyScroll } from "./sticky-scroll.ts";

/**
 * The messages of a conversation: of many only those around what the reader sees.
 *
 * @fires load-older, load-again
 * @fires seen-to-end when the last message is on the screen of somebody who looks
 * @fires retry, discard with a `client_id`
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
  @property() reach: Reach = "nothing";
  @property({ type: Number }) unread = 0;

  @query("[role=log]") private box!: HTMLElement | null;

  private readonly view = new MessageWindow();
  private onPage: Shown = { messages: [], hasEarlier: false, hasLater: false };
  private readonly sticky = new StickyScroll(this, () => this.box);
  private readonly visibility = new VisibilityController(this, () => this.requestUpdate());
  private readonly actions: Actions = {
    retry: (clientId) => this.dispatchEvent(new CustomEvent("retry", { detail: clientId })),
    discard: (clientId) => this.dispatchEvent(new CustomEvent("discard", { detail: clientId })),
  };

  override render() {
    return html`
      <div
        class="box"
        role="log"
        tabindex="0"
        aria-label=${t.conversation.log(this.name)}
        aria-live=${this.sticky.isAtEnd ? "polite" : "off"}
        aria-busy=${this.loading === "loading"}
        @scroll=${this.scrolled}
      >
        <div class="column">
          ${this.top()} ${repeat(this.entries(), ({ key }) => key, (entry) => entryTemplate(entry, this.actions))}
        </div>
      </div>
      <button class="latest" ?hidden=${this.sticky.isAtEnd} @click=${this.toEnd}>
        ${downIcon} ${this.unread > 0 ? t.messages.toLatestUnread : t.messages.toLatest}
      </button>
    `;
  }

  private entries() {
    const { messages, hasLater } = this.onPage;
    const unreadFrom = this.readTo === null ? 0 : firstUnread(this.messages, this.readTo, this.me.id);
    return entriesOf(messages, hasLater ? [] : this.outgoing, this.me, unreadFrom);
  }

  private top() {
    const { reach, loading, beginning, loadAgain } = this;
    const isEmpty = this.messages.length + this.outgoing.length === 0;
    return this.onPage.hasEarlier ? nothing : topTemplate({ reach, loading, beginning, isEmpty, loadAgain });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation")) {
      this.toEnd();
    }
    this.onPage = this.view.of(this.messages);
  }

  protected override updated(): void {
    if (!this.isConnected) {
      return;
    }
    this.showMore();
    if (this.unread > 0 && this.reach !== "nothing" && this.isAtEnd && this.visibility.isVisible) {
      this.dispatchEvent(new CustomEvent("seen-to-end"));
    }
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
      this.dispatchEvent(new CustomEvent("load-older"));
    }
  }

  private readonly loadAgain = () => {
    this.dispatchEvent(new CustomEvent(this.reach === "nothing" ? "load-again" : "load-older"));
  };
}
