import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { isTouch } from "../../browser/touch.ts";
import type { Chat } from "../../live/chat.ts";
import { GLOBAL, isRoom } from "../../live/conversation.ts";
import type { Place } from "../../live/places.ts";
import { UnreadMark } from "../../live/unread-mark.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { beginningOf, titleOf } from "../../texts/place-texts.ts";
import { reasonOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import "../composer/message-composer.ts";
import type { MessageComposer } from "../composer/message-composer.ts";
import "../connection-status/connection-status.ts";
import "../message-list/message-list.ts";
import type { Act } from "../message-list/message-actions.ts";
import type { Reach } from "../message-list/list-top.ts";
import type { MessageList } from "../message-list/message-list.ts";
import "../messages-about/message-revisions.ts";
import type { MessageRevisions } from "../messages-about/message-revisions.ts";
import "../rooms/room-door.ts";
import "../typing-line/typing-line.ts";
import { VisibilityController } from "../visibility-controller.ts";
import { Acting } from "./acting.ts";
import "./action-notice.ts";
import "./conversation-header.ts";
import type { ConversationHeader } from "./conversation-header.ts";
import { styles } from "./conversation-view.styles.ts";
import "./conversation-windows.ts";
import type { ConversationWindows } from "./conversation-windows.ts";
import { loadFrom, shown } from "./loading.ts";

/**
 * One conversation: its messages and the field to write in.
 *
 * @fires open-menu
 * @fires open-conversation with its id
 */
@customElement("conversation-view")
export class ConversationView extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) place!: Place;
  @property({ type: Boolean, attribute: "has-menu" }) hasMenu = false;

  @query("conversation-header") private header!: ConversationHeader;
  @query("message-composer") private composer!: MessageComposer | null;
  @query("message-list") private list!: MessageList | null;
  @query("message-revisions") private revisions!: MessageRevisions;
  @query("conversation-windows") private windows!: ConversationWindows;

  private readonly mark = new UnreadMark();
  private readonly acting = new Acting(this, () => this.chat, {
    edit: () => this.composer?.focus(),
    revisions: (message) => void this.revisions.show(message),
    unread: (seq) => this.mark.placeBefore(seq),
  });

  constructor() {
    super();
    new VisibilityController(this, (isVisible) => isVisible || this.mark.readerLeft(this.reader));
  }

  override render() {
    const { chat, place } = this;
    const { unread } = this.reader;
    return html`
      <conversation-header
        .place=${place}
        ?connected=${chat.connection.kind === "open"}
        ?has-menu=${this.hasMenu}
        .unread=${chat.unreadInAll - unread}
        @open-menu=${this.openMenu}
        @show-members=${() => this.windows.members()}
        @show-pins=${() => this.windows.pins()}
        @show-settings=${() => this.windows.settings()}
      ></conversation-header>
      <main aria-label=${t.conversation.main}>${this.main()}</main>
      <conversation-windows .chat=${chat} .version=${this.version} .place=${place} @left=${this.openGlobal}></conversation-windows>
      <message-revisions></message-revisions>
    `;
  }

  private main() {
    switch (this.place.kind) {
      case "nobody":
        return this.nobody();
      case "outside":
        return html`<room-door .chat=${this.chat} .conversation=${this.place.conversation}></room-door>`;
      default:
        return this.conversation();
    }
  }

  /** The address names somebody who does not exist. */
  private nobody() {
    return html`
      <div class="nobody">
        <p>${t.conversation.nobodyAbout}</p>
        <button class="primary" @click=${this.openGlobal}>${t.conversation.toGlobal}</button>
      </div>
    `;
  }

  private conversation() {
    const { chat, place } = this;
    const { conversation } = place;
    const title = titleOf(place);
    const { position, unread } = this.reader;
    return html`
        <connection-status
          .connection=${chat.connection}
          .waiting=${chat.outbox.messages.filter(({ state }) => state.kind !== "failed").length}
          @reconnect=${() => chat.reconnectNow()}
        ></connection-status>
        <message-list
          .name=${title}
          .beginning=${beginningOf(place)}
          .me=${chat.me}
          .items=${chat.items(conversation)}
          .gaps=${chat.history.timelines.get(conversation)?.gaps(position.last_seq) ?? []}
          .loadedFrom=${chat.history.timelines.get(conversation)?.firstSeq ?? 0}
          .rightsOn=${this.acting.rightsOn}
          .nameOf=${this.acting.nameOf}
          .names=${chat.people.count}
          ?may-react=${place.kind !== "room" || !place.room.isArchived}
          .outgoing=${chat.outbox.messages.filter((message) => message.conversation === conversation)}
          .readTo=${this.mark.readTo}
          .conversation=${conversation}
          .loading=${chat.history.loading(conversation)}
          .reach=${this.reach()}
          .unread=${unread}
          .catchingUp=${chat.history.catchingUp(conversation)}
          ?behind=${position.last_seq > position.read_seq}
          @load-older=${() => void chat.history.older(conversation)}
          @load-again=${() => void chat.history.tryAgain(conversation)}
          ?connected=${chat.connection.kind === "open"}
          @seen=${({ detail }: CustomEvent<number | null>) => chat.seen(conversation, detail)}
          @jump=${this.jump}
          @retry=${({ detail }: CustomEvent<string>) => chat.retry(detail)}
          @discard=${({ detail }: CustomEvent<string>) => chat.discard(detail)}
          @edit=${({ detail }: CustomEvent<string>) => this.edit(detail)}
          @act=${({ detail }: CustomEvent<Act>) => this.acting.act(detail)}
        ></message-list>
        <typing-line .names=${chat.typists.in(conversation)}></typing-line>
        <action-notice
          ?undoable=${chat.deletions.last !== null}
          .problem=${chat.refusal === null ? "" : reasonOf(chat.refusal)}
          @undo=${this.undo}
          @dismiss=${() => chat.dismissRefusal()}
        ></action-notice>
        ${place.kind === "room" && !chat.canSendTo(conversation) ? this.closed(place.room.isArchived) : this.field(title)}
    `;
  }

  private closed(isArchived: boolean) {
    return html`<p class="closed">${isArchived ? t.rooms.archived : t.rooms.readOnly}</p>`;
  }

  private field(title: string) {
    const { chat } = this;
    const { conversation } = this.place;
    return html`
        <message-composer
          .name=${title}
          .conversation=${conversation}
          .drafts=${chat.drafts}
          .draft=${chat.drafts.of(conversation)}
          .editing=${this.acting.editing}
          ?disabled=${!chat.canSendTo(conversation)}
          @edited=${({ detail }: CustomEvent<string>) => this.acting.edited(detail)}
          @stop-editing=${() => this.acting.stop()}
          @edit-last=${() => this.acting.editLast(conversation)}
          @send=${this.send}
          @typed=${() => chat.typed(conversation)}
        ></message-composer>
    `;
  }

  /** To the field to write in; where that would raise a keyboard over the messages, to them. */
  async focusInside(): Promise<void> {
    await this.updateComplete;
    const target = isTouch() ? this.list : this.composer;
    target?.focus();
  }

  focusMenu(): void {
    this.header.focusMenu();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { conversation } = this.place;
    const before = changed.get("place");
    const isAnother = changed.has("place") && before?.conversation !== conversation;
    if (isAnother) {
      this.mark.moveOn();
      this.acting.stop();
    }
    if (mayRead(this.place) && (isAnother || (before !== undefined && !mayRead(before)))) {
      void this.chat.open(conversation);
    }
    if (this.acting.isEditedGone) {
      this.composer?.keepText();
      this.acting.stop();
    }
    if (this.chat.positions.isKnown) {
      this.mark.place(this.reader);
    }
  }

  private get reader() {
    const { positions } = this.chat;
    const { conversation } = this.place;
    return { position: positions.of(conversation), unread: positions.unread(conversation) };
  }

  private reach(): Reach {
    const timeline = this.chat.history.timelines.get(this.place.conversation);
    if (timeline === undefined) {
      return "nothing";
    }
    return timeline.hasOlder ? "part" : "beginning";
  }

  /** To the first unread message. */
  private async jump(): Promise<void> {
    const { conversation } = this.place;
    await loadFrom((this.mark.readTo ?? 0) + 1, this.chat.history, conversation);
    await shown();
    if (this.place.conversation === conversation) {
      await this.list?.toUnread();
    }
  }

  private undo(): void {
    this.chat.undoDelete();
    void this.focusInside();
  }

  private edit(clientId: string): void {
    const { chat } = this;
    const text = chat.outbox.get(clientId)?.content;
    if (text !== undefined) {
      chat.discard(clientId);
      this.composer?.takeBack(text);
    }
  }

  private send({ detail }: CustomEvent<string>): void {
    this.mark.answered();
    this.list?.toEnd();
    this.chat.send(this.place.conversation, detail);
  }

  /** The reader sees what comes in there. */
  get isAtEnd(): boolean {
    return this.list?.isAtEnd === true;
  }

  private openGlobal(): void {
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: GLOBAL }));
  }

  private openMenu(): void {
    this.dispatchEvent(new CustomEvent("open-menu"));
  }
}

/** Nobody asks for the messages of a room before it is known that they are in it. */
function mayRead({ kind, conversation }: Place): boolean {
  return kind !== "outside" && (kind !== "unknown" || !isRoom(conversation));
}
