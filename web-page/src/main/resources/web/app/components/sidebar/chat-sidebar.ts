import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Chat } from "../../live/chat.ts";
import { directConversation, type ConversationId } from "../../live/conversation.ts";
import { placeOf, type Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import "../avatar/user-avatar.ts";
import { closeIcon, findIcon, logOutIcon, plusIcon, settingsIcon } from "../icons.ts";
import "../notification-offer/notification-offer.ts";
import { styles } from "./chat-sidebar.styles.ts";
import { picture } from "./place-picture.styles.ts";
import { placeRow } from "./place-row.ts";
import { listsIn } from "./sidebar-lists.ts";

/** Those online come first; the others are found by name. */
const MOST_PEOPLE = 40;

/**
 * Where one can go: the conversations, the people.
 *
 * @fires open-conversation with its id
 * @fires find, open-settings, browse-rooms, create-room
 * @fires close-menu
 * @fires log-out
 */
@customElement("chat-sidebar")
export class ChatSidebar extends LitElement {
  static override styles = [shared, buttons, picture, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  /** Empty where none is open. */
  @property() current: ConversationId = "";
  @property({ type: Boolean }) closable = false;

  override render() {
    const { me } = this.chat;
    const { rooms, directs } = listsIn(this.chat, this.current);
    return html`
      <div class="head">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <strong>${t.product}</strong>
        ${this.closable
          ? html`<button class="icon" aria-label=${t.sidebar.close} @click=${() => this.fire("close-menu")}>${closeIcon}</button>`
          : nothing}
      </div>
      <div class="lists">
        <button class="find" aria-keyshortcuts="Control+K" @click=${() => this.fire("find")}>
          ${findIcon}<span>${t.sidebar.find}</span><kbd aria-hidden="true" ?hidden=${this.closable}>Ctrl K</kbd>
        </button>
        <div class="title">
          <h2 id="rooms">${t.rooms.title}</h2>
          <button class="icon" aria-label=${t.rooms.create} title=${t.rooms.create} @click=${() => this.fire("create-room")}>${plusIcon}</button>
        </div>
        ${this.conversations(rooms, "rooms")}
        <button class="plain more" @click=${() => this.fire("browse-rooms")}>${t.rooms.browse}</button>
        ${directs.length > 0 ? html`<h2 id="directs">${t.rooms.direct}</h2>${this.conversations(directs, "directs")}` : nothing}
        ${this.chat.people.isKnown ? this.people() : this.loading()}
      </div>
      ${this.chat.positions.conversations.length > 1 ? html`<notification-offer></notification-offer>` : nothing}
      <div class="foot">
        <user-avatar .userId=${me.id} .username=${me.username}></user-avatar>
        <bdi class="name">${me.username}</bdi>
        <button
          class="icon"
          aria-label=${t.sidebar.settings}
          title=${t.sidebar.settings}
          @click=${() => this.fire("open-settings")}
        >
          ${settingsIcon}
        </button>
        <button
          class="icon"
          aria-label=${t.sidebar.logOut}
          title=${t.sidebar.logOut}
          @click=${() => this.fire("log-out")}
        >
          ${logOutIcon}
        </button>
      </div>
    `;
  }

  private conversations(names: readonly ConversationId[], label: string) {
    const places = names.map((name) => placeOf(name, this.chat));
    return html`
      <ul aria-labelledby=${label}>
        ${repeat(places, ({ conversation }) => conversation, (place) => this.row(place, "conversation"))}
      </ul>
    `;
  }

  /** Nothing is claimed of what is not known yet. */
  private loading() {
    if (this.chat.learning === "failed") {
      return html`<p class="empty">
        ${t.sidebar.peopleFailed}
        <button class="plain" @click=${() => this.chat.learnAgain()}>${t.messages.tryAgain}</button>
      </p>`;
    }
    return html`<p class="empty loading" ?hidden=${this.chat.connection.kind === "waiting"}>${t.sidebar.loading}</p>`;
  }

  private people() {
    const { me, people } = this.chat;
    const isAlone = people.count === 1;
    const places = people.first(MOST_PEOPLE).map(({ id }) => placeOf(directConversation(me.id, id), this.chat));
    return html`
      <h2 id="people">${t.sidebar.people}</h2>
      <ul aria-labelledby="people">
        ${repeat(places, ({ conversation }) => conversation, (place) => this.row(place, "person"))}
      </ul>
      <p class="empty" ?hidden=${!isAlone}>${t.sidebar.nobodyElse}</p>
      <button class="plain more" ?hidden=${people.count <= MOST_PEOPLE} @click=${() => this.fire("find")}>
        ${t.sidebar.morePeople}
      </button>
    `;
  }

  private row(place: Place, kind: "conversation" | "person") {
    const { conversation } = place;
    const isConversation = kind === "conversation";
    return placeRow({
      place,
      unread: isConversation ? this.chat.positions.unread(conversation) : 0,
      failed: isConversation ? this.failedIn(conversation) : 0,
      isCurrent: isConversation && conversation === this.current,
      knowsPresence: this.chat.connection.kind === "open",
      open: () => this.open(conversation),
    });
  }

  private failedIn(conversation: ConversationId): number {
    const { messages } = this.chat.outbox;
    return messages.filter((message) => message.conversation === conversation && message.state.kind === "failed").length;
  }

  focusClose(): void {
    this.renderRoot.querySelector<HTMLElement>(".head button")?.focus();
  }

  private open(conversation: ConversationId): void {
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: conversation }));
  }

  private fire(event: string): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}
