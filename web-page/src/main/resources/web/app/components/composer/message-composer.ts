import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isTouch } from "../../browser/touch.ts";
import { characters, contentOf, isBlank, MESSAGE } from "../../live/characters.ts";
import type { ConversationId } from "../../live/conversation.ts";
import type { Drafts } from "../../live/drafts.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { sendIcon } from "../icons.ts";
import { styles } from "./message-composer.styles.ts";

/** When so few characters are left, the field says so. */
const WARN_WITHIN = 400;

/** Else it is measured after each key, which costs a layout of the whole page. */
const GROWS_BY_ITSELF = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/**
 * The field to write in. Enter sends, Shift+Enter starts a new line; where there is only a finger, Enter
 * starts a new line.
 *
 * @fires send with the text
 * @fires typed after each change by the user
 */
@customElement("message-composer")
export class MessageComposer extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Of the conversation, as people read it. */
  @property() name = "";
  @property() conversation: ConversationId = "";
  @property({ attribute: false }) drafts!: Drafts;
  /** Of this conversation, as this window or another one has left it. */
  @property({ attribute: false }) draft = "";
  @property({ type: Boolean }) disabled = false;

  @state() private text = "";

  @query("form") private form!: HTMLFormElement;
  @query("textarea") private field!: HTMLTextAreaElement;

  override render() {
    const left = MESSAGE.most - characters(contentOf(this.text));
    return html`
      <form @submit=${this.submitted}>
        <div class="box">
          <textarea
            id="message"
            rows="1"
            dir="auto"
            aria-label=${t.composer.label(this.name)}
            placeholder=${t.composer.label(this.name)}
            aria-describedby="limit"
            aria-invalid=${left < 0}
            .value=${this.text}
            ?disabled=${this.disabled}
            enterkeyhint=${isTouch() ? "enter" : "send"}
            @input=${this.changed}
            @keydown=${this.pressed}
          ></textarea>
          <button class="icon" aria-label=${t.composer.send} title=${t.composer.send} ?disabled=${!this.canSend}>
            ${sendIcon}
          </button>
        </div>
        <p id="limit" class=${left < 0 ? "over" : ""} role="status">${this.limit(left)}</p>
      </form>
    `;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversation") || changed.has("draft")) {
      this.text = this.drafts.of(this.conversation);
    }
  }

  protected override updated(): void {
    if (!GROWS_BY_ITSELF) {
      this.fit();
    }
  }

  /** Meanwhile the form keeps its height: else the list above would grow for a moment, and lose its end. */
  private fit(): void {
    const { form, field } = this;
    form.style.minHeight = `${form.offsetHeight}px`;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    form.style.minHeight = "";
  }

  private get canSend(): boolean {
    return !this.disabled && !isBlank(this.text) && characters(contentOf(this.text)) <= MESSAGE.most;
  }

  private limit(left: number) {
    if (left < 0) {
      return t.composer.tooMany(-left);
    }
    return left <= WARN_WITHIN ? t.composer.left(left) : nothing;
  }

  private changed(): void {
    this.write(this.field.value);
    if (this.text !== "") {
      this.dispatchEvent(new CustomEvent("typed"));
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === "Enter" && sends(event)) {
      event.preventDefault();
      this.send();
    }
  }

  /** Something that was not sent is to be written anew: below what is there already. */
  takeBack(text: string): void {
    this.write(this.text === "" ? text : `${this.text}\n${text}`);
    this.focus();
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    this.send();
    this.focus();
  }

  private send(): void {
    if (this.canSend) {
      const text = contentOf(this.text);
      this.drafts.sent(this.conversation, this.text);
      this.text = this.drafts.of(this.conversation);
      this.dispatchEvent(new CustomEvent("send", { detail: text }));
    }
  }

  private write(text: string): void {
    this.text = text;
    this.drafts.keep(this.conversation, text);
  }
}

/** Ctrl+Enter and Cmd+Enter do it anywhere. */
function sends({ shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || (!shiftKey && !isTouch());
}
