import { css, html, type LitElement, nothing, type ReactiveController } from "lit";
import { loadEmoji } from "../../browser/emoji.ts";
import { findEmoji, type NamedEmoji } from "../../live/emoji-search.ts";
import { emojiWordAt, replaced, type Span, type Writing } from "../../live/formatting.ts";
import { t } from "../../texts/texts.ts";

const MOST = 7;

const LIST = "completions";

/** Offers emoji for a word that begins with a colon. Arrows choose, Enter and Tab take one, Escape closes. */
export class EmojiCompletion implements ReactiveController {
  readonly #host: LitElement;
  #options: readonly NamedEmoji[] = [];
  #chosen = 0;
  #word: Span | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    if (this.#options.length > 0) {
      this.#host.renderRoot.querySelector("#completions [aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    }
  }

  /** The id of the list, while there is one. */
  get list(): string | typeof nothing {
    return this.#options.length === 0 ? nothing : LIST;
  }

  /** The id of what is chosen. */
  get active(): string | typeof nothing {
    return this.#options.length === 0 ? nothing : `completion-${this.#chosen}`;
  }

  /** After each change of the text. */
  async look(writing: Writing): Promise<void> {
    const word = emojiWordAt(writing);
    this.#word = word;
    const groups = word === null ? null : await loadEmoji();
    // While they were loaded, the text may have changed again.
    if (this.#word === word) {
      this.#options = word === null || groups === null ? [] : findEmoji(groups.flat(), word.text).slice(0, MOST);
      this.#chosen = 0;
      this.#host.requestUpdate();
    }
  }

  close(): void {
    this.#word = null;
    this.#options = [];
    this.#host.requestUpdate();
  }

  /** What a key makes of the text; `"taken"` where it only moved the choice, null where it is for others. */
  pressed({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, writing: Writing): Writing | "taken" | null {
    if (this.#options.length === 0 || ctrlKey || metaKey || altKey || shiftKey) {
      return null;
    }
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        this.#chosen = (this.#chosen + (key === "ArrowDown" ? 1 : -1) + this.#options.length) % this.#options.length;
        this.#host.requestUpdate();
        return "taken";
      case "Escape":
        this.close();
        return "taken";
      case "Enter":
      case "Tab":
        return this.#taken(this.#chosen, writing);
      default:
        return null;
    }
  }

  #taken(index: number, writing: Writing): Writing | null {
    const [emoji] = this.#options[index] ?? [];
    const word = this.#word;
    this.close();
    return emoji === undefined || word === null ? null : replaced(writing, word, emoji);
  }

  /** `take` gets what the text becomes. */
  render(writing: () => Writing, take: (made: Writing) => void) {
    const options = this.#options.map(([emoji, name], index) => {
      const pressed = (event: PointerEvent) => {
        event.preventDefault();
        const made = this.#taken(index, writing());
        if (made !== null) {
          take(made);
        }
      };
      return html`
        <div id="completion-${index}" role="option" aria-selected=${index === this.#chosen} @pointerdown=${pressed}>
          <span aria-hidden="true">${emoji}</span> ${name}
        </div>
      `;
    });
    return html`
      ${options.length === 0 ? nothing : html`<div id=${LIST} role="listbox" aria-label=${t.emoji.title}>${options}</div>`}
      <p class="visually-hidden" role="status">${options.length === 0 ? nothing : t.emoji.offered(options.length)}</p>
    `;
  }
}

/** Of what it offers. */
export const completions = css`
  #completions {
    max-height: min(16rem, 35vh);
    margin-block-end: 0.375rem;
    padding: 0.25rem;
    overflow-y: auto;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
  }

  #completions [role="option"] {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2rem;
    padding-inline: 0.625rem;
    border-radius: var(--radius);
    cursor: default;
  }

  #completions [aria-selected="true"] {
    background: var(--background-hover);
  }

  @media (pointer: coarse) {
    #completions [role="option"] {
      min-height: 2.75rem;
    }
  }
`;
