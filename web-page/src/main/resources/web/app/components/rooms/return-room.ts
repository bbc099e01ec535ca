import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { unarchiveRoom } from "../../browser/rooms.ts";
import type { Room } from "../../live/rooms.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { problemWithName } from "./room-fields.ts";
import { parts } from "./room-parts.styles.ts";

/** The way out of the archive. A room whose name was taken meanwhile gets another one. */
@customElement("return-room")
export class ReturnRoom extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) room!: Room;

  @state() private isNameTaken = false;
  @state() private problem = "";

  override render() {
    return html`
      <form aria-label=${t.rooms.unarchive} novalidate @submit=${this.submitted}>
        ${this.isNameTaken ? this.newName() : nothing}
        <p class="problem" role="alert">${this.problem || nothing}</p>
        <div class="actions"><button class="plain">${t.rooms.unarchive}</button></div>
      </form>
    `;
  }

  private newName() {
    return html`
      <label for="name">${t.rooms.name}</label>
      <input id="name" name="name" autocomplete="off" value=${this.room.name} />
      <p class="hint">${t.rooms.nameHint}</p>
    `;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement).get("name");
    const name = entered === null ? null : String(entered).trim();
    this.problem = name === null ? "" : problemWithName(name);
    if (this.problem === "") {
      await this.bringBack(name);
    }
  }

  /** @param name another one; null to keep it */
  private async bringBack(name: string | null): Promise<void> {
    const answer = await unarchiveRoom(this.room.id, name);
    this.problem = answer.ok ? "" : sentenceOf(answer.problem);
    this.isNameTaken ||= !answer.ok && answer.problem.code === "name_taken";
    await this.updateComplete;
    this.renderRoot.querySelector("input")?.select();
  }
}
