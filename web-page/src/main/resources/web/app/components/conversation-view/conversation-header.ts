import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { aboutOf, titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import { menuIcon, peopleIcon, pinIcon, settingsIcon } from "../icons.ts";
import { styles } from "./conversation-header.styles.ts";

/**
 * Which conversation it is, and on a phone the way to the others.
 *
 * @fires open-menu
 * @fires show-members, show-pins, show-settings of a room
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
          <p title=${place.kind === "room" ? place.room.topic : nothing}><span class="dot" ?hidden=${!isOnline}></span>${aboutOf(place, connected)}</p>
        </div>
        ${this.tools()}
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

  private tools() {
    const isRoom = this.place.kind === "room";
    const button = (label: string, icon: unknown, event: string) => html`
      <button class="icon" aria-label=${label} title=${label} aria-haspopup="dialog" @click=${() => this.fire(event)}>${icon}</button>
    `;
    return html`
      <div class="tools">
        ${this.place.kind === "direct" || isRoom ? button(t.actions.pins, pinIcon, "show-pins") : nothing}
        ${isRoom ? button(t.members.title, peopleIcon, "show-members") : nothing}
        ${isRoom ? button(t.rooms.settings, settingsIcon, "show-settings") : nothing}
      </div>
    `;
  }

  focusMenu(): void {
    this.menu?.focus();
  }

  private readonly openMenu = () => this.fire("open-menu");

  private fire(event: string): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}
