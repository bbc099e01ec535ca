import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Answer } from "../../browser/http.ts";
import { addMember, banMember, changeRole, findMembers, removeMember, type Member } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import type { Role } from "../../live/events.ts";
import { moderates } from "../../live/rights.ts";
import type { Room } from "../../live/rooms.ts";
import type { User } from "../../live/user.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import "../avatar/user-avatar.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import { listEnd } from "./list-end.ts";
import { Listing } from "./listing.ts";
import "./person-search.ts";
import { parts } from "./room-parts.styles.ts";

const ROLES: readonly Role[] = ["owner", "moderator", "member"];

/** Who is in a room; its owners and moderators add people, remove them and change their roles. */
@customElement("room-members")
export class RoomMembers extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) room!: Room;

  @state() private problem = "";
  @state() private isOpen = false;

  @query("dialog-box") private dialog!: DialogBox;
  @query("#query") private field!: HTMLInputElement;

  private readonly list = new Listing<Member>(this, (text, after) => findMembers(this.room.id, text, after));

  override render() {
    return html`
      <dialog-box .heading=${t.members.title} @closed=${() => (this.isOpen = false)}>
        ${this.mayInvite
          ? html`<person-search
              .chat=${this.chat}
              .version=${this.version}
              .label=${t.members.invite}
              .without=${new Set(this.list.items.map(({ user }) => user.id))}
              @choose=${({ detail }: CustomEvent<User>) => void this.act(addMember(this.room.id, detail.id))}
            ></person-search>`
          : nothing}
        <p class="problem" role="alert">${this.problem || nothing}</p>
        <label for="query">${t.members.find}</label>
        <input id="query" type="search" autocomplete="off" @input=${this.typed} />
        <ul aria-label=${t.members.title}>
          ${repeat(this.list.items, ({ user }) => user.id, (member) => this.row(member))}
        </ul>
        ${listEnd(this.list, t.finder.nothing)}
      </dialog-box>
    `;
  }

  private get mayInvite(): boolean {
    return !this.room.isArchived && (this.room.visibility === "public" || moderates(this.room.role));
  }

  private row({ user, role }: Member) {
    const isMe = user.id === this.chat.me.id;
    const mayRemove = !this.room.isArchived && !isMe && moderates(this.room.role) && (role === "member" || this.room.role === "owner");
    return html`
      <li class="row">
        <user-avatar .userId=${user.id} .username=${user.username}></user-avatar>
        <span class="name"><bdi>${user.username}</bdi>${isMe ? html` <small>${t.members.you}</small>` : nothing}</span>
        ${this.roleOf(user, role)}
        ${mayRemove
          ? html`
              <button class="plain" aria-label=${t.members.removeNamed(user.username)} @click=${() => void this.act(removeMember(this.room.id, user.id))}>
                ${t.members.remove}
              </button>
              <button class="plain danger" aria-label=${t.members.banNamed(user.username)} @click=${() => void this.act(banMember(this.room.id, user.id))}>
                ${t.members.ban}
              </button>
            `
          : nothing}
      </li>
    `;
  }

  private roleOf(user: User, role: Role) {
    if (this.room.role !== "owner" || this.room.isArchived) {
      return html`<span class="about">${t.members.roles[role]}</span>`;
    }
    const change = ({ target }: Event) => void this.act(changeRole(this.room.id, user.id, (target as HTMLSelectElement).value as Role));
    return html`
      <select aria-label=${t.members.role(user.username)} .value=${role} @change=${change}>
        ${ROLES.map((each) => html`<option value=${each} ?selected=${each === role}>${t.members.roles[each]}</option>`)}
      </select>
    `;
  }

  show(): void {
    this.isOpen = true;
    this.problem = "";
    this.field.value = "";
    this.dialog.show();
    void this.list.find("");
  }

  /** Somebody may have come, gone, or got another role. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("room");
    if (this.isOpen && before !== undefined && before.asOf !== this.room.asOf) {
      void this.list.find();
    }
  }

  private typed({ target }: Event): void {
    void this.list.find((target as HTMLInputElement).value.trim());
  }

  private async act(sent: Promise<Answer<unknown>>): Promise<void> {
    const answer = await sent;
    this.problem = answer.ok ? "" : sentenceOf(answer.problem);
    await this.list.find();
  }
}
