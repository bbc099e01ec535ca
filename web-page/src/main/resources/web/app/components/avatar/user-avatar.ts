import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styles } from "./user-avatar.styles.ts";

const HUES = 8;

/** A person's initial on the person's colour: a picture, no text, since the name stands beside it. */
@customElement("user-avatar")
export class UserAvatar extends LitElement {
  static override styles = styles;

  @property({ type: Number }) userId = 0;
  @property() username = "";

  override render() {
    const initial = [...this.username][0]?.toUpperCase() ?? "?";
    return html`<span class="hue-${this.userId % HUES}" data-initial=${initial}></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "user-avatar": UserAvatar;
  }
}
