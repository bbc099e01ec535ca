import { html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import type { Message } from "../../live/message.ts";
import type { Rights } from "../../live/rights.ts";
import "../emoji/emoji-picker.ts";
import type { EmojiPicker } from "../emoji/emoji-picker.ts";
import "./message-menu.ts";
import type { MessageAction, MessageMenu } from "./message-menu.ts";

/** What somebody wants to do with a message. */
export type Act =
  | { readonly kind: "react"; readonly message: Message; readonly emoji: string; readonly on: boolean }
  | { readonly kind: Exclude<MessageAction, "react">; readonly message: Message };

/**
 * The menu of a message, and the emoji to react with.
 *
 * @fires act with the {@link Act}
 */
@customElement("message-actions")
export class MessageActions extends LitElement {
  @query("message-menu") private menu!: MessageMenu;
  @query("emoji-picker") private picker!: EmojiPicker;

  private message: Message | null = null;
  private line: HTMLElement | null = null;

  override render() {
    return html`
      <message-menu @choose=${({ detail }: CustomEvent<MessageAction>) => this.choose(detail)}></message-menu>
      <emoji-picker @pick=${({ detail }: CustomEvent<string>) => this.pick(detail)}></emoji-picker>
    `;
  }

  openMenu(message: Message, rights: Rights, line: HTMLElement): void {
    [this.message, this.line] = [message, line];
    void this.menu.show(message, rights, line.querySelector<HTMLElement>(".tools .more") ?? line);
  }

  openPicker(message: Message, line: HTMLElement): void {
    [this.message, this.line] = [message, line];
    void this.picker.show(line.querySelector(".tools .more") ?? line);
  }

  private choose(action: MessageAction): void {
    const { message, line } = this;
    if (message === null || line === null) {
      return;
    }
    if (action === "react") {
      return this.openPicker(message, line);
    }
    if (action !== "edit" && action !== "revisions") {
      line.focus();
    }
    this.fire({ kind: action, message });
  }

  private pick(emoji: string): void {
    if (this.message !== null) {
      this.fire({ kind: "react", message: this.message, emoji, on: true });
    }
  }

  private fire(act: Act): void {
    this.dispatchEvent(new CustomEvent("act", { detail: act }));
  }
}
