import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { aboutOf, titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import { menuIcon } from "../icons.ts";
import { styles } from "./conversation-header.styles.ts";

/**
 * Which conversation it is, and on a phone the way to the others.
 *
 * @fires open-menu
 */
@customElement("conversation-header")
export class ConversationHeader extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) place!: Place;
  /** Without a connection nobody knows who is online. */
  @property({ type: Boolean }) connected = false;
  @property({ type: Boolean, attribute: "has-menu" }) hasMenu = false;
  /** Messages in other conversations. */
  @property({ type: Number }) unread = 0;

  @query(".menu") private menu!: HTMLButtonElement | null;

  override render() {
    const { place, connected } = this;
    const isOnline = connected && place.kind === "direct" && place.person.isOnline;
    return html`
      <header>
        ${this.hasMenu ? this.menuButton() : nothing}
        <div class="title">
          <h1><bdi>${titleOf(place)}</bdi></h1>
          <p><span class="dot" ?hidden=${!isOnline}></span>${aboutOf(place, connected)}</p>
        </div>
      </header>
    `;
  }

  private menuButton() {
    const label = this.unread > 0 ? t.sidebar.openUnread(this.unread) : t.sidebar.open;
    return html`
      <button class="icon menu" aria-label=${label} aria-expanded="false" @click=${this.openMenu}>
        ${menuIcon}<span class="badge" ?hidden=${this.unread === 0}></span>
      </button>
    `;
  }

  focusMenu(): void {
    this.menu?.focus();
  }

  private openMenu(): void {
    this.dispatchEvent(new CustomEvent("open-menu"));
  }
}
