import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";

/**
 * A row over the field to write in: what can be undone for a moment, and what was refused.
 *
 * @fires undo, dismiss
 */
@customElement("action-notice")
export class ActionNotice extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
        max-width: var(--column);
        margin: 0 auto;
        padding: 0.25rem var(--gutter);
        font-size: var(--size-small);
      }

      .problem {
        color: var(--danger);
      }
    `,
  ];

  /** A message was deleted, and can be brought back. */
  @property({ type: Boolean }) undoable = false;
  /** Why something did not work; empty where nothing is to be told. */
  @property() problem = "";

  override render() {
    return html`
      <div role="status">
        ${this.undoable
          ? html`<p>${t.actions.deleted} <button class="plain" @click=${() => this.fire("undo")}>${t.actions.undo}</button></p>`
          : nothing}
      </div>
      <div role="alert">
        ${this.problem === ""
          ? nothing
          : html`<p class="problem">
              ${t.actions.refused(this.problem)}
              <button class="plain" @click=${() => this.fire("dismiss")}>${t.actions.dismiss}</button>
            </p>`}
      </div>
    `;
  }

  private fire(event: string): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}
