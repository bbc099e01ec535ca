import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isTouch } from "../../browser/touch.ts";
import type { User } from "../../live/frames.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { backIcon } from "../icons.ts";
import "./device-list.ts";
import "./password-form.ts";
import "./preference-form.ts";
import { page } from "./settings.styles.ts";

/**
 * What a user can choose and look after, in place of the conversation.
 *
 * @fires close, show-shortcuts
 */
@customElement("settings-view")
export class SettingsView extends LitElement {
  static override styles = [shared, buttons, page];

  @property({ attribute: false }) me!: User;

  override render() {
    return html`
      <header>
        <button class="icon" aria-label=${t.settings.back} title=${t.settings.back} @click=${this.close}>
          ${backIcon}
        </button>
        <h1>${t.settings.title}</h1>
      </header>
      <main aria-label=${t.settings.title} @keydown=${this.closeOnEscape}>
        <div class="column">
          <p class="about">${t.settings.loggedInAs(this.me.username)}</p>
          <preference-form></preference-form>
          ${isTouch() ? nothing : this.shortcuts()}
          <password-form .username=${this.me.username} @password-changed=${this.readDevices}></password-form>
          <device-list></device-list>
        </div>
      </main>
    `;
  }

  private shortcuts() {
    return html`<button class="plain shortcuts" @click=${this.showShortcuts}>${t.settings.shortcuts}</button>`;
  }

  /** After it was opened. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("button")?.focus());
  }

  /** To change the password has ended the others. */
  private readDevices(): void {
    void this.renderRoot.querySelector("device-list")?.read();
  }

  private closeOnEscape(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.close();
    }
  }

  private showShortcuts(): void {
    this.dispatchEvent(new CustomEvent("show-shortcuts"));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
}
