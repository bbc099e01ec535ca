import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { liftBan, readBans } from "../../browser/rooms.ts";
import type { Room } from "../../live/rooms.ts";
import type { User } from "../../live/user.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { listEnd } from "./list-end.ts";
import { Listing } from "./listing.ts";
import { parts } from "./room-parts.styles.ts";

/** Who is kept out of a room, and the way to let them in again. */
@customElement("room-bans")
export class RoomBans extends LitElement {
  static override styles = [shared, buttons, parts];

  @property({ attribute: false }) room!: Room;

  private readonly list = new Listing<User>(this, (_, after) => readBans(this.room.id, after));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.list.find("");
  }

  override render() {
    return html`
      <h3>${t.rooms.bans}</h3>
      <ul aria-label=${t.rooms.bans}>
        ${repeat(this.list.items, ({ id }) => id, (user) => html`
          <li class="row">
            <span class="name"><bdi>${user.username}</bdi></span>
            <button class="plain" @click=${() => void this.lift(user)}>${t.rooms.unban(user.username)}</button>
          </li>
        `)}
      </ul>
      ${listEnd(this.list, t.rooms.noBans)}
    `;
  }

  private async lift(user: User): Promise<void> {
    await liftBan(this.room.id, user.id);
    await this.list.find();
  }
}
