import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { loadEmoji, OFTEN } from "../../browser/emoji.ts";
import { findEmoji, stepIn, type NamedEmoji } from "../../live/emoji-search.ts";
import { shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { placeBeside } from "../popover.ts";
import { styles } from "./emoji-picker.styles.ts";

const COLUMNS = 8;

/**
 * All emoji, to be found by name in the reader's language. Arrows choose, Enter picks, Escape closes.
 *
 * @fires pick with the emoji
 */
@customElement("emoji-picker")
export class EmojiPicker extends LitElement {
  static override styles = [shared, styles];

  @state() private groups: readonly (readonly NamedEmoji[])[] | null = null;
  @state() private hasFailed = false;
  @state() private isOpen = false;
  @state() private wanted = "";
  @state() private chosen = 0;

  @query("[popover]") private box!: HTMLElement;
  @query("input") private field!: HTMLInputElement;

  override render() {
    const sections = this.isOpen ? this.sections() : [];
    const all = sections.flatMap(({ emoji }) => emoji);
    return html`
      <div popover="auto" role="dialog" aria-label=${t.emoji.title} @toggle=${this.toggled}>
        <input
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${t.emoji.search}
          placeholder=${t.emoji.search}
          aria-expanded="true"
          aria-controls="all"
          aria-activedescendant=${all.length > 0 ? `emoji-${this.chosen}` : nothing}
          .value=${this.wanted}
          @input=${this.typed}
          @keydown=${(event: KeyboardEvent) => this.pressed(event, all)}
        />
        <div id="all" role="listbox" aria-label=${t.emoji.title}>${this.listed(sections)}</div>
        <p class="about" role="status">${this.said(all.length)}</p>
      </div>
    `;
  }

  private listed(sections: readonly { name: string; emoji: readonly NamedEmoji[] }[]) {
    let index = 0;
    return sections.map(
      ({ name, emoji }) => html`
        <div role="group" aria-label=${name}>
          <h3 aria-hidden="true">${name}</h3>
          <div class="grid">${emoji.map((each) => this.option(each, index++))}</div>
        </div>
      `,
    );
  }

  private option([emoji, name]: NamedEmoji, index: number) {
    return html`
      <span
        id="emoji-${index}"
        role="option"
        aria-selected=${index === this.chosen}
        aria-label=${name}
        title=${name}
        @click=${() => this.pick(emoji)}
        >${emoji}</span
      >
    `;
  }

  private sections() {
    const groups = this.groups ?? [];
    const all = groups.flat();
    if (this.wanted.trim() !== "") {
      return [{ name: t.emoji.title, emoji: findEmoji(all, this.wanted) }];
    }
    const often = OFTEN.map((emoji) => all.find(([each]) => each === emoji) ?? ([emoji, emoji, ""] as const));
    return [{ name: t.emoji.often, emoji: often }, ...groups.map((emoji, index) => ({ name: t.emoji.groups[index] ?? "", emoji }))];
  }

  private said(count: number) {
    if (this.hasFailed) {
      return t.emoji.failed;
    }
    return count === 0 && this.isOpen ? t.emoji.nothing : nothing;
  }

  /** Beside what was pressed. */
  async show(anchor: Element): Promise<void> {
    [this.isOpen, this.wanted, this.chosen] = [true, "", 0];
    this.box.showPopover();
    await this.updateComplete;
    placeBeside(this.box, anchor);
    this.field.focus();
    this.groups = await loadEmoji();
    this.hasFailed = this.groups === null;
    await this.updateComplete;
    placeBeside(this.box, anchor);
  }

  private typed(): void {
    this.wanted = this.field.value;
    this.chosen = 0;
  }

  private pressed(event: KeyboardEvent, all: readonly NamedEmoji[]): void {
    const isInField = this.wanted !== "" && (event.key === "ArrowLeft" || event.key === "ArrowRight");
    const to = isInField ? null : stepIn(all.length, COLUMNS, this.chosen, event.key);
    const chosen = all[this.chosen];
    if (to !== null) {
      event.preventDefault();
      this.chosen = to;
      void this.updateComplete.then(() => this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter" && chosen !== undefined) {
      event.preventDefault();
      this.pick(chosen[0]);
    }
  }

  private pick(emoji: string): void {
    this.box.hidePopover();
    this.dispatchEvent(new CustomEvent("pick", { detail: emoji }));
  }

  private toggled(event: Event): void {
    if ((event as ToggleEvent).newState === "closed") {
      this.isOpen = false;
    }
  }
}
