import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { closeIcon } from "../icons.ts";
import { styles } from "./dialog-box.styles.ts";

/**
 * A window over the page, with a title and what is put into it while it is open. Escape closes it, and a click
 * beside it.
 *
 * @fires closed
 */
@customElement("dialog-box")
export class DialogBox extends LitElement {
  static override styles = [shared, buttons, styles];

  @property() heading = "";

  @state() private isOpen = false;

  @query("dialog") private dialog!: HTMLDialogElement;

  override render() {
    return html`
      <dialog aria-labelledby="title" @close=${this.closed} @click=${this.clickedBeside}>
        <div class="head">
          <h2 id="title"><bdi>${this.heading}</bdi></h2>
          <button class="icon" aria-label=${t.rooms.close} @click=${this.close}>${closeIcon}</button>
        </div>
        <div class="content" ?hidden=${!this.isOpen}><slot></slot></div>
      </dialog>
    `;
  }

  show(): void {
    this.isOpen = true;
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  readonly close = () => this.dialog.close();

  private closed(): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }

  private clickedBeside({ target }: Event): void {
    if (target === this.dialog) {
      this.close();
    }
  }
}
