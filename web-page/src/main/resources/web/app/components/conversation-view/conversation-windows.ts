import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Chat } from "../../live/chat.ts";
import type { Place } from "../../live/places.ts";
import { moderates } from "../../live/rights.ts";
import "../messages-about/pinned-messages.ts";
import type { PinnedMessages } from "../messages-about/pinned-messages.ts";
import "../rooms/room-members.ts";
import type { RoomMembers } from "../rooms/room-members.ts";
import "../rooms/room-settings.ts";
import type { RoomSettingsView } from "../rooms/room-settings.ts";

/**
 * What opens over a conversation: its pins, and of a room its members and settings.
 *
 * @fires left when the user has left the room
 */
@customElement("conversation-windows")
export class ConversationWindows extends LitElement {
  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) place!: Place;

  @query("room-members") private membersWindow!: RoomMembers | null;
  @query("room-settings") private settingsWindow!: RoomSettingsView | null;
  @query("pinned-messages") private pinsWindow!: PinnedMessages;

  override render() {
    const { chat, place, version } = this;
    return html`
      <pinned-messages
        .conversation=${place.conversation}
        ?may-unpin=${place.kind === "direct" || (place.kind === "room" && moderates(place.room.role))}
        @unpin=${({ detail }: CustomEvent<number>) => chat.give(place.conversation, { type: "pin", target: detail, on: false })}
      ></pinned-messages>
      ${place.kind === "room"
        ? html`
            <room-members .chat=${chat} .version=${version} .room=${place.room}></room-members>
            <room-settings .chat=${chat} .room=${place.room} @left=${() => this.dispatchEvent(new CustomEvent("left"))}></room-settings>
          `
        : nothing}
    `;
  }

  members(): void {
    this.membersWindow?.show();
  }

  settings(): void {
    this.settingsWindow?.show();
  }

  pins(): void {
    void this.pinsWindow.show();
  }
}
