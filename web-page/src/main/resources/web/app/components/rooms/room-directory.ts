import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { findRooms, joinRoom, readRoom, type RoomJson } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import { listEnd } from "./list-end.ts";
import { Listing } from "./listing.ts";
import { parts } from "./room-parts.styles.ts";

const ASK_AFTER_MS = 150;

/**
 * All rooms that one may know of: to join them, or to open those that one is in.
 *
 * @fires open-conversation with a room's
 * @fires create-room
 */
@customElement("room-directory")
export class RoomDirectory extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) chat!: Chat;

  @state() private problem = "";
  @state() private wanted = "";

  @query("dialog-box") private dialog!: DialogBox;

  private readonly list = new Listing<RoomJson>(this, findRooms);
  private asking: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`
      <dialog-box .heading=${t.rooms.browse}>
        <label for="query">${t.rooms.search}</label>
        <input id="query" type="search" autocomplete="off" spellcheck="false" .value=${this.wanted} @input=${this.typed} />
        <p class="problem" role="alert">${this.problem || nothing}</p>
        <ul aria-label=${t.rooms.title}>
          ${repeat(this.list.items, ({ conversation }) => conversation, (room) => this.row(room))}
        </ul>
        ${listEnd(this.list, this.wanted === "" ? t.rooms.nothingYet : t.rooms.nothing)}
        <div class="actions">
          <button class="plain" @click=${this.create}>${t.rooms.create}</button>
        </div>
      </dialog-box>
    `;
  }

  private row(room: RoomJson) {
    const { name, topic, members, visibility, archived } = room;
    const isMine = room.role != null;
    const [text, label] = isMine ? [t.rooms.open, t.rooms.openNamed(name ?? "")] : [t.rooms.join, t.rooms.joinNamed(name ?? "")];
    const marks = [t.rooms.members(members), visibility === "private" ? t.rooms.privateMark : "", archived === true ? t.rooms.archivedMark : "", topic ?? ""];
    return html`
      <li class="row">
        <span class="name"><bdi>${name}</bdi><small>${marks.filter((mark) => mark !== "").join(" · ")}</small></span>
        <button class="plain" aria-label=${label} @click=${() => void (isMine ? this.open(room) : this.join(room))}>${text}</button>
      </li>
    `;
  }

  show(): void {
    [this.problem, this.wanted] = ["", ""];
    this.dialog.show();
    this.renderRoot.querySelector("input")?.focus();
    void this.list.find("");
  }

  private typed({ target }: Event): void {
    this.wanted = (target as HTMLInputElement).value.trim();
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.list.find(this.wanted), ASK_AFTER_MS);
  }

  private async join(room: RoomJson): Promise<void> {
    const answer = await joinRoom(room.id);
    const joined = answer.ok ? await readRoom(room.id) : null;
    if (joined === null) {
      this.problem = answer.ok ? t.rooms.failed : sentenceOf(answer.problem);
      return;
    }
    this.chat.enter(joined);
    this.open(joined);
  }

  private open({ conversation }: { readonly conversation: string }): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: conversation }));
  }

  private create(): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("create-room"));
  }
}
