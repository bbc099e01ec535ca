import { html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { readRevisions, type Revision } from "../../browser/reading.ts";
import { instantOf } from "../../live/clock.ts";
import type { Message } from "../../live/message.ts";
import { shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { momentOf } from "../../texts/times.ts";
import "../dialog/dialog-box.ts";
import type { DialogBox } from "../dialog/dialog-box.ts";
import { content } from "../message-list/message-content.styles.ts";
import { contentTemplate } from "../message-list/message-content.ts";
import { parts } from "../rooms/room-parts.styles.ts";

/** What a message was before it was edited: for moderators. */
@customElement("message-revisions")
export class MessageRevisions extends LitElement {
  static override styles = [shared, content, parts];

  @state() private revisions: readonly Revision[] = [];
  @state() private reading: "loading" | "failed" | "done" = "loading";

  @query("dialog-box") private dialog!: DialogBox;

  override render() {
    const said = { loading: t.rooms.loading, failed: t.rooms.failed, done: t.actions.noRevisions }[this.reading];
    return html`
      <dialog-box .heading=${t.actions.revisionsTitle}>
        <ol aria-label=${t.actions.revisionsTitle}>
          ${this.revisions.map(({ content: text, written_at }) => html`
            <li class="row">
              <div class="name"><small>${momentOf(instantOf(written_at))}</small>${contentTemplate(text)}</div>
            </li>
          `)}
        </ol>
        <p class="about" role="status" ?hidden=${this.revisions.length > 0}>${said}</p>
      </dialog-box>
    `;
  }

  async show({ conversation, seq }: Message): Promise<void> {
    [this.revisions, this.reading] = [[], "loading"];
    this.dialog.show();
    const revisions = await readRevisions(conversation, seq);
    this.revisions = revisions ?? [];
    this.reading = revisions === null ? "failed" : "done";
  }
}
