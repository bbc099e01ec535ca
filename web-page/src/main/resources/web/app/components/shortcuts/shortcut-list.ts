import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { closeIcon } from "../icons.ts";

/** A dialog that lists what the keyboard can do. */
@customElement("shortcut-list")
export class ShortcutList extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: contents;
      }

      dialog {
        width: min(28rem, calc(100vw - 1.5rem));
        padding: 0 0 0.75rem;
        border: 1px solid var(--border);
        border-radius: var(--radius-large);
        background: var(--background);
        box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.2);
        color: var(--text);
      }

      dialog::backdrop {
        background: var(--backdrop);
      }

      header,
      dl > div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
      }

      header {
        padding: 0.75rem 0.75rem 0.25rem 1.25rem;
      }

      h2 {
        font-size: var(--size-large);
      }

      dl {
        margin: 0;
        padding: 0 1.25rem;
      }

      dl > div {
        min-height: 2.5rem;
        border-top: 1px solid var(--border);
      }

      dl > div:first-child {
        border-top: 0;
      }

      dd {
        margin: 0;
        white-space: nowrap;
      }

      kbd {
        padding: 0.125rem 0.4375rem;
        border: 1px solid var(--border);
        border-radius: 0.25rem;
        background: var(--background-aside);
        font: inherit;
        font-size: 0.75rem;
      }
    `,
  ];

  @query("dialog") private dialog!: HTMLDialogElement;

  override render() {
    return html`
      <dialog aria-labelledby="shortcuts" @click=${this.clickedBeside}>
        <header>
          <h2 id="shortcuts">${t.shortcuts.title}</h2>
          <button class="icon" aria-label=${t.shortcuts.close} @click=${this.close}>${closeIcon}</button>
        </header>
        <dl>${t.shortcuts.all.map(([what, keys]) => this.row(what, keys))}</dl>
      </dialog>
    `;
  }

  private row(what: string, keys: readonly string[]) {
    return html`<div>
      <dt>${what}</dt>
      <dd>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dd>
    </div>`;
  }

  show(): void {
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  private clickedBeside({ target }: MouseEvent): void {
    if (target === this.dialog) {
      this.close();
    }
  }

  private close(): void {
    this.dialog.close();
  }
}
