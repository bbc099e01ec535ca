import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Chat } from "../../live/chat.ts";
import { directConversation, type ConversationId } from "../../live/conversation.ts";
import { placeOf, type Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import "../avatar/user-avatar.ts";
import { closeIcon, logOutIcon } from "../icons.ts";
import { styles } from "./chat-sidebar.styles.ts";
import { placeRow } from "./place-row.ts";

/**
 * Where one can go: the conversations, the people.
 *
 * @fires open-conversation with its id
 * @fires close-menu
 * @fires log-out
 */
@customElement("chat-sidebar")
export class ChatSidebar extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property() current: ConversationId = "";
  @property({ type: Boolean }) closable = false;

  @state() private search = "";

  override render() {
    const { me } = this.chat;
    return html`
      <div class="head">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <strong>${t.product}</strong>
        ${this.closable
          ? html`<button class="icon" aria-label=${t.sidebar.close} @click=${this.close}>${closeIcon}</button>`
          : nothing}
      </div>
      <div class="lists">
        <h2 id="conversations">${t.sidebar.conversations}</h2>
        <ul aria-labelledby="conversations">
          ${repeat(this.places(), ({ conversation }) => conversation, (place) => this.row(place, "conversation"))}
        </ul>
        <h2 id="people">${t.sidebar.people}</h2>
        ${this.people()}
      </div>
      <div class="foot">
        <user-avatar .userId=${me.id} .username=${me.username}></user-avatar>
        <span class="name">${me.username}</span>
        <button class="icon" aria-label=${t.sidebar.logOut} title=${t.sidebar.logOut} @click=${this.logOut}>
          ${logOutIcon}
        </button>
      </div>
    `;
  }

  private places(): Place[] {
    const { me, people, positions } = this.chat;
    const names = new Set([...positions.conversations, this.current]);
    return [...names].map((name) => placeOf(name, me, people));
  }

  private people() {
    const { me, people } = this.chat;
    const wanted = this.search.trim().toLowerCase();
    const isAlone = people.all.length === 1;
    const found = people.all.filter(({ username }) => username.toLowerCase().includes(wanted));
    const places = found.map(({ id }) => placeOf(directConversation(me.id, id), me, people));
    return html`
      <input
        type="search"
        aria-label=${t.sidebar.findPeople}
        placeholder=${t.sidebar.findPeople}
        ?hidden=${people.all.length < 8}
        @input=${this.searched}
      />
      <ul aria-labelledby="people">
        ${repeat(places, ({ conversation }) => conversation, (place) => this.row(place, "person"))}
      </ul>
      <p class="empty" ?hidden=${!isAlone && found.length > 0}>
        ${isAlone ? t.sidebar.nobodyElse : t.sidebar.nobodyFound}
      </p>
    `;
  }

  private row(place: Place, kind: "conversation" | "person") {
    const { conversation } = place;
    const isConversation = kind === "conversation";
    return placeRow({
      place,
      unread: isConversation ? this.chat.positions.unread(conversation) : 0,
      isCurrent: isConversation && conversation === this.current,
      knowsPresence: this.chat.connection.kind === "open",
      open: () => this.open(conversation),
    });
  }

  focusClose(): void {
    this.renderRoot.querySelector<HTMLElement>(".head button")?.focus();
  }

  private searched(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  private open(conversation: ConversationId): void {
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: conversation }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent("close-menu"));
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent("log-out"));
  }
}
