import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Chat } from "../../live/chat.ts";
import { findPlaces } from "../../live/finding.ts";
import type { Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import { closeIcon } from "../icons.ts";
import { picture } from "../sidebar/place-picture.styles.ts";
import { pictureOf } from "../sidebar/place-row.ts";
import { styles } from "./place-finder.styles.ts";

const ASK_SERVER_AFTER_MS = 150;

/**
 * Finds a conversation, or somebody to begin one with, by name. Arrows choose, Enter opens, Escape
 * closes.
 *
 * @fires open-conversation with its id
 */
@customElement("place-finder")
export class PlaceFinder extends LitElement {
  static override styles = [shared, buttons, picture, styles];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;

  @state() private isOpen = false;
  @state() private wanted = "";
  @state() private chosen = 0;

  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private field!: HTMLInputElement;

  private asking: ReturnType<typeof setTimeout> | undefined;

  override render() {
    const found = this.isOpen ? this.found() : [];
    const chosen = found[this.chosen];
    return html`
      <dialog aria-label=${t.finder.label} @close=${this.closed} @click=${this.clickedBeside}>
        <div class="head">
          <input
            type="text"
            enterkeyhint="go"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-label=${t.finder.label}
            placeholder=${t.finder.hint}
            aria-controls="found"
            aria-expanded="true"
            aria-activedescendant=${chosen === undefined ? nothing : `to-${chosen.conversation}`}
            .value=${this.wanted}
            @input=${this.typed}
            @keydown=${(event: KeyboardEvent) => this.pressed(event, found)}
          />
          <button class="icon" aria-label=${t.finder.close} @click=${this.close}>${closeIcon}</button>
        </div>
        <div id="found" role="listbox" aria-label=${t.finder.label}>
          ${repeat(found, ({ conversation }) => conversation, (place) => this.option(place, place === chosen))}
        </div>
        <p role="status" class=${found.length > 0 ? "visually-hidden" : "nothing"}>${this.summary(found.length)}</p>
      </dialog>
    `;
  }

  private option(place: Place, isChosen: boolean) {
    const knowsPresence = this.chat.connection.kind === "open";
    return html`
      <div
        id="to-${place.conversation}"
        class="row"
        role="option"
        aria-selected=${isChosen}
        @click=${() => this.open(place)}
      >
        ${pictureOf({ place, knowsPresence })}<bdi class="name">${titleOf(place)}</bdi>
      </div>
    `;
  }

  private summary(count: number): string {
    return count === 0 ? t.finder.nothing : t.finder.found(count);
  }

  private found(): Place[] {
    return findPlaces(this.wanted, this.chat.positions.conversations, this.chat, titleOf);
  }

  show(): void {
    this.wanted = "";
    this.chosen = 0;
    this.isOpen = true;
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.field.focus();
  }

  protected override updated(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private typed(): void {
    this.wanted = this.field.value;
    this.chosen = 0;
    clearTimeout(this.asking);
    const name = this.wanted.trim();
    if (name !== "") {
      this.asking = setTimeout(() => void this.chat.findPeople(name), ASK_SERVER_AFTER_MS);
    }
  }

  private pressed(event: KeyboardEvent, found: readonly Place[]): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const place = found[this.chosen];
    if (step !== 0) {
      event.preventDefault();
      this.chosen = Math.max(0, Math.min(found.length - 1, this.chosen + step));
    } else if (event.key === "Enter" && place !== undefined) {
      event.preventDefault();
      this.open(place);
    }
  }

  private open({ conversation }: Place): void {
    this.close();
    this.dispatchEvent(new CustomEvent("open-conversation", { detail: conversation }));
  }

  private clickedBeside(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.close();
    }
  }

  private close(): void {
    this.dialog.close();
  }

  private closed(): void {
    clearTimeout(this.asking);
    this.isOpen = false;
  }
}
