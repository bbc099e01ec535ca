import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { readPins } from "../../browser/reading.ts";
import type { ConversationId } from "../../live/conversation.ts";
import { messageOf, type Message } from "../../live/message.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { momentOf } from "../../texts/times.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import { content } from "../message-list/message-content.styles.ts";
import { contentTemplate } from "../message-list/message-content.ts";
import { parts } from "../rooms/room-parts.styles.ts";

/**
 * What is pinned in a conversation, with its newest text.
 *
 * @fires unpin with the place of a message
 */
@customElement("pinned-messages")
export class PinnedMessages extends LitElement {
  static override styles = [shared, buttons, content, parts];

  @property() conversation: ConversationId = "";
  @property({ type: Boolean, attribute: "may-unpin" }) mayUnpin = false;

  @state() private pins: readonly Message[] = [];
  @state() private reading: "loading" | "failed" | "done" = "loading";

  @query("dialog-box") private dialog!: DialogBox;

  override render() {
    return html`
      <dialog-box .heading=${t.actions.pins}>
        <ul aria-label=${t.actions.pins}>
          ${repeat(this.pins, ({ seq }) => seq, (message) => this.row(message))}
        </ul>
        <p class="about" role="status" ?hidden=${this.pins.length > 0}>${this.said()}</p>
      </dialog-box>
    `;
  }

  private said(): string {
    return { loading: t.rooms.loading, failed: t.rooms.failed, done: t.actions.noPins }[this.reading];
  }

  private row(message: Message) {
    return html`
      <li class="row">
        <div class="name">
          <small><bdi>${message.sender}</bdi>, ${momentOf(message.at)}</small>
          ${contentTemplate(message.content)}
        </div>
        ${this.mayUnpin ? html`<button class="plain" @click=${() => this.unpin(message)}>${t.actions.unpin}</button>` : ""}
      </li>
    `;
  }

  async show(): Promise<void> {
    const { conversation } = this;
    [this.pins, this.reading] = [[], "loading"];
    this.dialog.show();
    const pins = await readPins(conversation);
    if (conversation === this.conversation) {
      this.pins = (pins ?? []).filter(({ deleted }) => deleted !== true).map(messageOf);
      this.reading = pins === null ? "failed" : "done";
    }
  }

  private unpin({ seq }: Message): void {
    this.pins = this.pins.filter((message) => message.seq !== seq);
    this.dispatchEvent(new CustomEvent("unpin", { detail: seq }));
  }
}
