import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { joinRoom, readRoom, type RoomJson } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import { roomIdIn, type ConversationId } from "../../live/conversation.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";

/** In place of a room that one is not in: a way in, where it is public. Other rooms look as if they did not exist. */
@customElement("room-door")
export class RoomDoor extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        flex: 1;
        gap: 1rem;
        place-content: center;
        padding: var(--gutter);
        color: var(--text-soft);
        justify-items: center;
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) chat!: Chat;
  @property() conversation: ConversationId = "";

  @state() private room: RoomJson | null = null;
  @state() private problem = "";

  override render() {
    const { room } = this;
    return html`
      <h2><bdi>${room?.name ?? t.rooms.outside}</bdi></h2>
      <p>${room === null ? t.rooms.outsideAbout : (room.topic ?? "")}</p>
      ${room === null
        ? nothing
        : html`<p>${t.rooms.members(room.members)}</p>
            <button class="primary" @click=${this.join}>${t.rooms.join}</button>`}
      <p role="alert">${this.problem || nothing}</p>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation")) {
      this.room = null;
      void this.look(this.conversation);
    }
  }

  private async look(conversation: ConversationId): Promise<void> {
    const room = await readRoom(roomIdIn(conversation) ?? 0);
    if (conversation === this.conversation) {
      this.room = room;
    }
  }

  private async join(): Promise<void> {
    const id = roomIdIn(this.conversation) ?? 0;
    const answer = await joinRoom(id);
    const joined = answer.ok ? await readRoom(id) : null;
    if (joined === null) {
      this.problem = answer.ok ? t.rooms.failed : sentenceOf(answer.problem);
    } else {
      this.chat.enter(joined);
    }
  }
}
