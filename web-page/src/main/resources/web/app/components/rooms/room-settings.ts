import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Answer } from "../../browser/http.ts";
import { archiveRoom, changeRoom } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import type { Visibility, WhoMayPost } from "../../live/events.ts";
import { moderates } from "../../live/rights.ts";
import type { Room } from "../../live/rooms.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import "./leave-room.ts";
import "./return-room.ts";
import "./room-bans.ts";
import { problemWithName, radioChoice, visibilityChoice } from "./room-fields.ts";
import { parts } from "./room-parts.styles.ts";

/**
 * What can be changed of a room, by one's role in it; and the way out of it.
 *
 * @fires left
 */
@customElement("room-settings")
export class RoomSettingsView extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) room!: Room;

  @state() private visibility: Visibility = "public";
  @state() private whoMayPost: WhoMayPost = "members";
  @state() private said = "";
  @state() private problem = "";
  @state() private isOpen = false;

  @query("dialog-box") private dialog!: DialogBox;

  override render() {
    const { room } = this;
    const isModerator = moderates(room.role);
    const isOwner = room.role === "owner";
    return html`
      <dialog-box .heading=${t.rooms.settings} @closed=${() => (this.isOpen = false)}>
        ${isModerator && !room.isArchived ? this.form() : html`<p>${room.topic}</p>`}
        <p class="problem" role="alert">${this.problem || nothing}</p>
        <p class="about" role="status">${this.said}</p>
        ${this.isOpen && isModerator ? html`<room-bans .room=${room}></room-bans>` : nothing}
        <div class="actions">
          ${isOwner && !room.isArchived
            ? html`<button class="plain" @click=${() => void this.act(archiveRoom(room.id))}>${t.rooms.archive}</button>`
            : nothing}
        </div>
        ${isOwner && room.isArchived && this.isOpen ? html`<return-room .room=${room}></return-room>` : nothing}
        ${this.isOpen ? html`<leave-room .chat=${this.chat} .room=${room} @left=${this.left}></leave-room>` : nothing}
      </dialog-box>
    `;
  }

  private form() {
    const { name, topic } = this.room;
    const posters = { members: t.rooms.everybodyPosts, moderators: t.rooms.moderatorsPost, owners: t.rooms.ownersPost };
    return html`
      <form aria-label=${t.rooms.settings} novalidate @submit=${this.submitted}>
        <label for="name">${t.rooms.name}</label>
        <input id="name" name="name" autocomplete="off" value=${name} />
        <p class="hint">${t.rooms.nameHint}</p>
        <label for="topic">${t.rooms.topic}</label>
        <input id="topic" name="topic" autocomplete="off" value=${topic} />
        <p class="hint"></p>
        ${visibilityChoice(this.visibility, (visibility) => (this.visibility = visibility))}
        ${radioChoice("posters", t.rooms.whoMayPost, posters, this.whoMayPost, (posts) => (this.whoMayPost = posts))}
        <div class="actions"><button class="primary">${t.rooms.save}</button></div>
      </form>
    `;
  }

  show(): void {
    const { visibility, whoMayPost } = this.room;
    this.renderRoot.querySelector("form")?.reset();
    Object.assign(this, { visibility, whoMayPost, said: "", problem: "", isOpen: true });
    this.requestUpdate();
    this.dialog.show();
  }

  /** Only what was changed here: somebody else may change the rest meanwhile. */
  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { room, visibility, whoMayPost } = this;
    const data = new FormData(event.target as HTMLFormElement);
    const [name, topic] = [String(data.get("name")).trim(), String(data.get("topic")).trim()];
    this.problem = problemWithName(name);
    if (this.problem === "") {
      await this.act(
        changeRoom(room.id, {
          ...(name === room.name ? {} : { name }),
          ...(topic === room.topic ? {} : { topic }),
          ...(visibility === room.visibility ? {} : { visibility }),
          ...(whoMayPost === room.whoMayPost ? {} : { who_may_post: whoMayPost }),
        }),
      );
    }
  }

  private async act(sent: Promise<Answer<unknown>>): Promise<void> {
    this.said = "";
    const answer = await sent;
    this.problem = answer.ok ? "" : sentenceOf(answer.problem);
    this.said = answer.ok ? t.rooms.saved : "";
  }

  private left(): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("left"));
  }
}
