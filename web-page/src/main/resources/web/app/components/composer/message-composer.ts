import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isTouch } from "../../browser/touch.ts";
import { characters, contentOf, isBlank, MESSAGE } from "../../live/characters.ts";
import type { ConversationId } from "../../live/conversation.ts";
import type { Drafts } from "../../live/drafts.ts";
import type { Message } from "../../live/message.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { isInCode, type Writing } from "../../live/formatting.ts";
import { hasMarkup } from "../../live/markup.ts";
import { closeIcon, previewIcon, sendIcon } from "../icons.ts";
import { contentTemplate } from "../message-list/message-content.ts";
import { content } from "../message-list/message-content.styles.ts";
import { completions, EmojiCompletion } from "./emoji-completion.ts";
import { formattedBy, pasted, withNewLine } from "./formatting-keys.ts";
import { styles } from "./message-composer.styles.ts";

/** When so few characters are left, the field says so. */
const WARN_WITHIN = 400;

/** Else it is measured after each key, which costs a layout of the whole page. */
const GROWS_BY_ITSELF = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/**
 * The field to write in. Enter sends, Shift+Enter starts a new line; where there is only a finger, and between
 * the fences of code, Enter starts a new line.
 *
 * With a message to edit it is the field for that one's text; the draft waits meanwhile.
 *
 * @fires send with the text
 * @fires edited with the text, stop-editing
 * @fires edit-last when ArrowUp is pressed in the empty field
 * @fires typed after each change by the user
 */
@customElement("message-composer")
export class MessageComposer extends LitElement {
  static override styles = [shared, buttons, content, completions, styles];

  /** Of the conversation, as people read it. */
  @property() name = "";
  @property() conversation: ConversationId = "";
  @property({ attribute: false }) drafts!: Drafts;
  /** Of this conversation, as this window or another one has left it. */
  @property({ attribute: false }) draft = "";
  @property({ type: Boolean }) disabled = false;

  @property({ attribute: false }) editing: Message | null = null;

  @state() private text = "";
  @state() private isPreviewed = false;

  private readonly completion = new EmojiCompletion(this);

  /** After Escape, Tab leaves the field even between fences. */
  private tabLeaves = false;

  @query("form") private form!: HTMLFormElement;
  @query("textarea") private field!: HTMLTextAreaElement;

  override render() {
    const left = MESSAGE.most - characters(contentOf(this.text));
    return html`
      <form @submit=${this.submitted}>
        ${this.editing === null ? nothing : this.tray()} ${this.preview()}
        ${this.completion.render(() => this.writing, (made) => this.rewrite(made))}
        <div class="box">
          <textarea
            id="message"
            rows="1"
            dir="auto"
            aria-label=${t.composer.label(this.name)}
            placeholder=${t.composer.label(this.name)}
            aria-describedby="limit"
            aria-invalid=${left < 0}
            aria-autocomplete="list"
            aria-controls=${this.completion.list}
            aria-activedescendant=${this.completion.active}
            .value=${this.text}
            ?disabled=${this.disabled}
            enterkeyhint=${isTouch() ? "enter" : "send"}
            @input=${this.changed}
            @keydown=${this.pressed}
            @paste=${this.pasted}
            @blur=${() => this.completion.close()}
          ></textarea>
          ${hasMarkup(this.text) ? this.previewButton() : nothing}
          <button class="icon send" aria-label=${this.sendLabel} title=${this.sendLabel} ?disabled=${!this.canSend}>
            ${sendIcon}
          </button>
        </div>
        <p id="limit" class=${left < 0 ? "over" : ""} role="status">${this.limit(left)}</p>
      </form>
    `;
  }

  private tray() {
    return html`
      <p class="tray">
        ${t.actions.editing}
        <button type="button" class="icon" aria-label=${t.actions.stopEditing} title=${t.actions.stopEditing} @click=${this.stopEditing}>
          ${closeIcon}
        </button>
      </p>
    `;
  }

  private previewButton() {
    return html`
      <button
        type="button"
        class="icon"
        aria-label=${t.composer.preview}
        title=${t.composer.preview}
        aria-pressed=${this.isPreviewed}
        @click=${this.previewToggled}
      >
        ${previewIcon}
      </button>
    `;
  }

  private preview() {
    return this.isPreviewed && hasMarkup(this.text)
      ? html`<section class="preview" aria-label=${t.composer.preview} tabindex="0">${contentTemplate(contentOf(this.text))}</section>`
      : nothing;
  }

  private readonly previewToggled = () => {
    this.isPreviewed = !this.isPreviewed;
    this.focus();
  };

  private get sendLabel(): string {
    return this.editing === null ? t.composer.send : t.actions.saveEdit;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("editing") && this.editing !== null && this.editing.seq !== changed.get("editing")?.seq) {
      this.text = this.editing.content;
    } else if (this.editing === null && (changed.has("conversation") || changed.has("draft") || changed.has("editing"))) {
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
    void this.completion.look(this.writing);
    if (this.text !== "" && this.editing === null) {
      this.dispatchEvent(new CustomEvent("typed"));
    }
  }

  private pressed(event: KeyboardEvent): void {
    const completed = this.completion.pressed(event, this.writing);
    if (completed !== null) {
      event.preventDefault();
      event.stopPropagation();
      if (completed !== "taken") {
        this.rewrite(completed);
      }
      return;
    }
    const formatted = event.key === "Tab" && this.tabLeaves ? null : formattedBy(event, this.writing);
    this.tabLeaves = event.key === "Escape" || (this.tabLeaves && event.key === "Shift");
    if (formatted !== null) {
      event.preventDefault();
      event.stopPropagation();
      this.rewrite(formatted);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.entered(event);
    } else if (event.key === "ArrowUp" && this.text === "" && this.editing === null) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("edit-last"));
    } else if (event.key === "Escape" && this.editing !== null) {
      this.stopEditing();
    }
  }

  private entered(event: KeyboardEvent): void {
    if (sends(event, this.writing)) {
      this.send();
    } else {
      this.rewrite(withNewLine(this.writing));
    }
  }

  private pasted(event: ClipboardEvent): void {
    const made = pasted(event.clipboardData, this.writing);
    if (made !== null) {
      event.preventDefault();
      this.rewrite(made);
    }
  }

  private get writing(): Writing {
    const { value, selectionStart, selectionEnd } = this.field;
    return { text: value, from: selectionStart, to: selectionEnd };
  }

  /** As if somebody had typed what is different, so that it can be undone. */
  private rewrite({ text, from, to }: Writing): void {
    const { field } = this;
    const before = field.value;
    let begin = 0;
    while (begin < before.length && begin < text.length && before[begin] === text[begin]) {
      begin++;
    }
    let kept = 0;
    while (kept < Math.min(before.length, text.length) - begin && before.at(-1 - kept) === text.at(-1 - kept)) {
      kept++;
    }
    const different = text.slice(begin, text.length - kept);
    field.setSelectionRange(begin, before.length - kept);
    if (!types(different)) {
      field.setRangeText(different);
      this.changed();
    }
    field.setSelectionRange(from, to);
  }

  /** Something that was not sent is to be written anew: below what is there already. */
  takeBack(text: string): void {
    this.write(this.text === "" ? text : `${this.text}\n${text}`);
    this.focus();
  }

  /** The message that was edited is gone: what was written for it becomes part of the draft. */
  keepText(): void {
    this.drafts.add(this.conversation, this.text);
  }

  private readonly stopEditing = () => {
    this.dispatchEvent(new CustomEvent("stop-editing"));
    this.focus();
  };

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    this.send();
    this.focus();
  }

  private send(): void {
    if (!this.canSend) {
      return;
    }
    const text = contentOf(this.text);
    this.isPreviewed = false;
    this.completion.close();
    if (this.editing !== null) {
      this.dispatchEvent(new CustomEvent("edited", { detail: text }));
    } else {
      this.drafts.sent(this.conversation, this.text);
      this.text = this.drafts.of(this.conversation);
      this.dispatchEvent(new CustomEvent("send", { detail: text }));
    }
  }

  private write(text: string): void {
    this.text = text;
    if (this.editing === null) {
      this.drafts.keep(this.conversation, text);
    }
  }
}

/** Ctrl+Enter and Cmd+Enter do it anywhere. */
function sends({ shiftKey, ctrlKey, metaKey }: KeyboardEvent, writing: Writing): boolean {
  return ctrlKey || metaKey || (!shiftKey && !isTouch() && !isInCode(writing));
}

/** Replaces the selection; false where the browser cannot. */
function types(text: string): boolean {
  try {
    return document.execCommand(text === "" ? "delete" : "insertText", false, text);
  } catch {
    return false;
  }
}
