import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { newClientId } from "../../browser/client-id.ts";
import { createRoom } from "../../browser/rooms.ts";
import type { Chat } from "../../live/chat.ts";
import type { Visibility } from "../../live/events.ts";
import type { User } from "../../live/user.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import "./person-search.ts";
import { parts } from "./room-parts.styles.ts";
import { problemWithName, visibilityChoice } from "./room-fields.ts";

/**
 * The window to create a room in.
 *
 * @fires open-conversation with the new room's
 */
@customElement("create-room")
export class CreateRoom extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) version = 0;

  @state() private visibility: Visibility = "public";
  @state() private members: readonly User[] = [];
  @state() private problem = "";
  @state() private isBusy = false;

  @query("dialog-box") private dialog!: DialogBox;
  @query("form") private form!: HTMLFormElement;

  /** The same until a room was made with it: whoever sends twice gets one room. */
  private clientId = newClientId();

  override render() {
    return html`
      <dialog-box .heading=${t.rooms.create}>
        <form aria-label=${t.rooms.create} novalidate @submit=${this.submitted} @input=${this.changed}>
          <label for="name">${t.rooms.name}</label>
          <input id="name" name="name" autocomplete="off" aria-describedby="name-problem" aria-invalid=${this.problem !== ""} />
          <p class="hint">${t.rooms.nameHint}</p>
          <label for="topic">${t.rooms.topic}</label>
          <input id="topic" name="topic" autocomplete="off" />
          <p class="hint">${t.rooms.topicHint}</p>
          ${visibilityChoice(this.visibility, (visibility) => (this.visibility = visibility))}
          <person-search
            .chat=${this.chat}
            .version=${this.version}
            .label=${t.rooms.add}
            .without=${new Set([this.chat.me.id, ...this.members.map(({ id }) => id)])}
            @choose=${({ detail }: CustomEvent<User>) => (this.members = [...this.members, detail])}
          ></person-search>
          <div class="chosen">${this.members.map((user) => this.chip(user))}</div>
          <p id="name-problem" class="problem" role="alert">${this.problem || nothing}</p>
          <div class="actions">
            <button class="plain" type="button" @click=${() => this.dialog.close()}>${t.rooms.cancel}</button>
            <button class="primary" ?disabled=${this.isBusy}>${t.rooms.create}</button>
          </div>
        </form>
      </dialog-box>
    `;
  }

  private chip(user: User) {
    const drop = () => (this.members = this.members.filter(({ id }) => id !== user.id));
    return html`<button class="chip" type="button" aria-label=${t.rooms.chosen(user.username)} @click=${drop}><bdi>${user.username}</bdi> ×</button>`;
  }

  show(): void {
    this.form.reset();
    [this.visibility, this.members, this.problem] = ["public", [], ""];
    this.clientId = newClientId();
    this.dialog.show();
    this.form.querySelector("input")?.focus();
  }

  /** Another room than the one that may have been sent before. */
  private changed(): void {
    this.problem = "";
    this.clientId = newClientId();
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const name = String(data.get("name")).trim();
    this.problem = problemWithName(name);
    if (this.problem !== "" || this.isBusy) {
      return;
    }
    this.isBusy = true;
    const draft = { name, topic: String(data.get("topic")).trim(), visibility: this.visibility, members: this.members.map(({ id }) => id) };
    const answer = await createRoom(draft, this.clientId);
    this.isBusy = false;
    if (!answer.ok) {
      this.problem = sentenceOf(answer.problem);
      return;
    }
    this.chat.enter(answer.value);
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: answer.value.conversation }));
  }
}
