import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Chat } from "../../live/chat.ts";
import type { Message } from "../../live/message.ts";
import type { Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { aboutOf, beginningOf, titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../composer/message-composer.ts";
import type { MessageComposer } from "../composer/message-composer.ts";
import "../connection-status/connection-status.ts";
import { menuIcon } from "../icons.ts";
import "../message-list/message-list.ts";
import type { MessageList, Reach } from "../message-list/message-list.ts";
import "../typing-line/typing-line.ts";
import { styles } from "./conversation-view.styles.ts";

const NONE: readonly Message[] = [];

/**
 * One conversation: its messages and the field to write in.
 *
 * @fires open-menu
 */
@customElement("conversation-view")
export class ConversationView extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) place!: Place;
  @property({ type: Boolean, attribute: "has-menu" }) hasMenu = false;

  @query("message-composer") private composer!: MessageComposer;
  @query("message-list") private list!: MessageList;

  /** How far it was read when it was opened: the mark of the unread stays there. Undefined until that is known. */
  private readTo: number | null | undefined;

  /** Who comes back finds the mark where they left. */
  private readonly shownOrHidden = () => {
    const { last_seq, read_seq } = this.chat.positions.of(this.place.conversation);
    if (document.visibilityState === "hidden" && last_seq === read_seq) {
      this.readTo = read_seq;
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.shownOrHidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.shownOrHidden);
  }

  override render() {
    const { chat, place } = this;
    const { conversation } = place;
    const title = titleOf(place);
    const isConnected = chat.connection.kind === "open";
    return html`
      <header>
        ${this.hasMenu ? this.menuButton() : nothing}
        <div class="title">
          <h1>${title}</h1>
          <p>
            <span class="dot" ?hidden=${!isConnected || place.kind !== "direct" || !place.person.isOnline}></span>
            ${aboutOf(place, isConnected)}
          </p>
        </div>
      </header>
      <main aria-label=${t.conversation.main}>
        <connection-status
          .connection=${chat.connection}
          .waiting=${chat.outbox.messages.filter(({ state }) => state.kind !== "failed").length}
          @reconnect=${() => chat.reconnectNow()}
        ></connection-status>
        <message-list
          .name=${title}
          .beginning=${beginningOf(place)}
          .me=${chat.me}
          .messages=${chat.history.timelines.get(conversation)?.messages ?? NONE}
          .outgoing=${chat.outbox.messages.filter((message) => message.conversation === conversation)}
          .readTo=${this.readTo ?? null}
          .conversation=${conversation}
          .loading=${chat.history.loading(conversation)}
          .reach=${this.reach()}
          .unread=${chat.positions.unread(conversation)}
          @load-older=${() => void chat.history.older(conversation)}
          @load-again=${() => void chat.open(conversation)}
          @seen-to-end=${() => chat.seen(conversation)}
          @retry=${({ detail }: CustomEvent<string>) => chat.retry(detail)}
          @discard=${({ detail }: CustomEvent<string>) => chat.discard(detail)}
        ></message-list>
        <typing-line .names=${chat.typists.in(conversation)}></typing-line>
        <message-composer
          .name=${title}
          .conversation=${conversation}
          .drafts=${chat.drafts}
          ?disabled=${!chat.canSendTo(conversation)}
          @send=${this.send}
          @typed=${() => chat.typed(conversation)}
        ></message-composer>
      </main>
    `;
  }

  private menuButton() {
    const unread = this.chat.unreadInAll - this.chat.positions.unread(this.place.conversation);
    const label = unread > 0 ? t.sidebar.openUnread(unread) : t.sidebar.open;
    return html`
      <button class="icon menu" aria-label=${label} aria-expanded="false" @click=${this.openMenu}>
        ${menuIcon}<span class="badge" ?hidden=${unread === 0}></span>
      </button>
    `;
  }

  async focusComposer(): Promise<void> {
    await this.updateComplete;
    this.composer.focus();
  }

  focusMenu(): void {
    this.renderRoot.querySelector<HTMLElement>("header button")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { conversation } = this.place;
    if (changed.has("place") && changed.get("place")?.conversation !== conversation) {
      this.readTo = undefined;
      void this.chat.open(conversation);
    }
    if (this.readTo === undefined && this.chat.positions.isKnown) {
      const { last_seq, read_seq } = this.chat.positions.of(conversation);
      this.readTo = last_seq > read_seq && read_seq > 0 ? read_seq : null;
    }
  }

  private reach(): Reach {
    const timeline = this.chat.history.timelines.get(this.place.conversation);
    if (timeline === undefined) {
      return "nothing";
    }
    return timeline.hasOlder ? "part" : "beginning";
  }

  /** To answer is to have read. */
  private send({ detail }: CustomEvent<string>): void {
    this.readTo = null;
    this.list.toEnd();
    this.chat.send(this.place.conversation, detail);
  }

  /** The reader sees what comes in there. */
  get isAtEnd(): boolean {
    return this.list.isAtEnd;
  }

  private openMenu(): void {
    this.dispatchEvent(new CustomEvent("open-menu"));
  }
}
