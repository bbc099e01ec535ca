import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { findMembers, leaveRoom, type Member } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import type { Room } from "../../live/rooms.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { parts } from "./room-parts.styles.ts";

/**
 * The way out of a room. Its last owner names another one first.
 *
 * @fires left
 */
@customElement("leave-room")
export class LeaveRoom extends LitElement {
  static override styles = [shared, buttons, parts];

  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) room!: Room;

  /** Those who could own it; null while nobody has to. */
  @state() private heirs: readonly Member[] | null = null;
  @state() private problem = "";

  override render() {
    return html`
      ${this.heirs === null ? nothing : this.choice(this.heirs)}
      <p class="problem" role="alert">${this.problem || nothing}</p>
      <div class="actions">
        <button class="plain danger" @click=${this.leave}>${t.rooms.leave}</button>
      </div>
    `;
  }

  private choice(heirs: readonly Member[]) {
    return html`
      <label for="heir">${t.rooms.newOwner}</label>
      <p class="about">${t.rooms.newOwnerHint}</p>
      <select id="heir">
        ${heirs.map(({ user }) => html`<option value=${user.id}>${user.username}</option>`)}
      </select>
    `;
  }

  private async leave(): Promise<void> {
    const heir = this.renderRoot.querySelector("select")?.value ?? "";
    const answer = await leaveRoom(this.room.id, heir === "" ? null : Number(heir));
    if (answer.ok) {
      this.chat.leave(this.room.conversation);
      this.dispatchEvent(new CustomEvent("left"));
      return;
    }
    this.problem = sentenceOf(answer.problem);
    if (answer.problem.code === "last_owner" && this.heirs === null) {
      await this.findHeirs();
    }
  }

  private async findHeirs(): Promise<void> {
    const members = await findMembers(this.room.id, "", null);
    const others = members.ok ? members.value.items.filter(({ user }) => user.id !== this.chat.me.id) : [];
    this.heirs = others.length === 0 ? null : others;
  }
}
