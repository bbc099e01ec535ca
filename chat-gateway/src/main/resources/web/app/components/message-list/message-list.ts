import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ConversationId } from "../../live/conversation.ts";
import type { Entry } from "../../live/entries.ts";
import type { Loading } from "../../live/history.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { downIcon } from "../icons.ts";
import { entryTemplate, type Actions } from "./message-entries.ts";
import { styles } from "./message-list.styles.ts";
import { StickyScroll } from "./sticky-scroll.ts";

/** How much of the conversation is there: not even a part of it, its end, or all from the beginning. */
export type Reach = "nothing" | "part" | "beginning";

const LOAD_OLDER_WITHIN_PX = 800;

/**
 * The messages of a conversation.
 *
 * @fires load-older, load-again
 * @fires seen-to-end when the last message is on the screen of somebody who looks
 * @fires retry, discard with a `client_id`
 */
@customElement("message-list")
export class MessageList extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Of the conversation, as people read it. */
  @property() name = "";
  /** What stands above its first message. */
  @property() beginning = "";
  @property() conversation: ConversationId = "";
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property() loading: Loading = "no";
  @property() reach: Reach = "nothing";
  @property({ type: Number }) unread = 0;

  @query("[role=log]") private box!: HTMLElement | null;

  private readonly sticky = new StickyScroll(this, () => this.box);
  private readonly shown = () => this.requestUpdate();
  private readonly actions: Actions = {
    retry: (clientId) => this.dispatchEvent(new CustomEvent("retry", { detail: clientId })),
    discard: (clientId) => this.dispatchEvent(new CustomEvent("discard", { detail: clientId })),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.shown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.shown);
  }

  override render() {
    return html`
      <div
        class="box"
        role="log"
        tabindex="0"
        aria-label=${t.conversation.log(this.name)}
        aria-busy=${this.loading === "loading"}
        @scroll=${this.scrolled}
      >
        <div class="column">
          ${this.top()} ${repeat(this.entries, ({ key }) => key, (entry) => entryTemplate(entry, this.actions))}
        </div>
      </div>
      <button class="latest" ?hidden=${this.sticky.isAtEnd} @click=${() => this.sticky.toEnd()}>
        ${downIcon} ${this.unread > 0 ? t.messages.toLatestUnread : t.messages.toLatest}
      </button>
    `;
  }

  private top() {
    if (this.loading === "failed") {
      return html`<p class="top">
        ${t.messages.failed}
        <button class="plain" @click=${this.loadAgain}>${t.messages.tryAgain}</button>
      </p>`;
    }
    if (this.reach === "beginning") {
      return html`<p class="top">${this.beginning} ${this.entries.length > 0 ? nothing : t.messages.empty}</p>`;
    }
    return this.loading === "loading" ? html`<p class="top loading">${t.messages.loading}</p>` : nothing;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation")) {
      this.sticky.toEnd();
    }
  }

  protected override updated(): void {
    if (!this.isConnected) {
      return;
    }
    this.askForOlder();
    if (this.unread > 0 && this.reach !== "nothing" && this.sticky.isAtEnd && document.visibilityState === "visible") {
      this.dispatchEvent(new CustomEvent("seen-to-end"));
    }
  }

  private scrolled(): void {
    this.sticky.scrolled();
    this.askForOlder();
  }

  private askForOlder(): void {
    const isNear = this.box !== null && this.box.scrollTop < LOAD_OLDER_WITHIN_PX;
    if (isNear && this.reach === "part" && this.loading === "no") {
      this.dispatchEvent(new CustomEvent("load-older"));
    }
  }

  private loadAgain(): void {
    this.dispatchEvent(new CustomEvent(this.reach === "nothing" ? "load-again" : "load-older"));
  }
}
