import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Chat } from "../../live/chat.ts";
import type { Message } from "../../live/message.ts";
import type { Place } from "../../live/places.ts";
import { UnreadMark } from "../../live/unread-mark.ts";
import { shared } from "../../styles/shared.styles.ts";
import { beginningOf, titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../composer/message-composer.ts";
import type { MessageComposer } from "../composer/message-composer.ts";
import "../connection-status/connection-status.ts";
import "../message-list/message-list.ts";
import type { Reach } from "../message-list/list-top.ts";
import type { MessageList } from "../message-list/message-list.ts";
import "../typing-line/typing-line.ts";
import { VisibilityController } from "../visibility-controller.ts";
import "./conversation-header.ts";
import type { ConversationHeader } from "./conversation-header.ts";
import { styles } from "./conversation-view.styles.ts";

const NONE: readonly Message[] = [];

/**
 * One conversation: its messages and the field to write in.
 *
 * @fires open-menu
 */
@customElement("conversation-view")
export class ConversationView extends LitElement {
  static override styles = [shared, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) place!: Place;
  @property({ type: Boolean, attribute: "has-menu" }) hasMenu = false;

  @query("conversation-header") private header!: ConversationHeader;
  @query("message-composer") private composer!: MessageComposer;
  @query("message-list") private list!: MessageList;

  private readonly mark = new UnreadMark();

  constructor() {
    super();
    new VisibilityController(this, (isVisible) => isVisible || this.mark.readerLeft(this.position));
  }

  override render() {
    const { chat, place } = this;
    const { conversation } = place;
    const title = titleOf(place);
    return html`
      <conversation-header
        .place=${place}
        ?connected=${chat.connection.kind === "open"}
        ?has-menu=${this.hasMenu}
        .unread=${chat.unreadInAll - chat.positions.unread(conversation)}
        @open-menu=${this.openMenu}
      ></conversation-header>
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
          .readTo=${this.mark.readTo}
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

  async focusComposer(): Promise<void> {
    await this.updateComplete;
    this.composer.focus();
  }

  focusMenu(): void {
    this.header.focusMenu();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { conversation } = this.place;
    if (changed.has("place") && changed.get("place")?.conversation !== conversation) {
      this.mark.moveOn();
      void this.chat.open(conversation);
    }
    if (this.chat.positions.isKnown) {
      this.mark.place(this.position);
    }
  }

  private get position() {
    return this.chat.positions.of(this.place.conversation);
  }

  private reach(): Reach {
    const timeline = this.chat.history.timelines.get(this.place.conversation);
    if (timeline === undefined) {
      return "nothing";
    }
    return timeline.hasOlder ? "part" : "beginning";
  }

  private send({ detail }: CustomEvent<string>): void {
    this.mark.answered();
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
