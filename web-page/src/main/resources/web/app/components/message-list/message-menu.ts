import { html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Message } from "../../live/message.ts";
import type { Rights } from "../../live/rights.ts";
import { shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { placeBeside } from "../popover.ts";
import { styles } from "./message-menu.styles.ts";

/** What can be chosen. */
export type MessageAction = "react" | "edit" | "delete" | "pin" | "unpin" | "unread" | "revisions";

/**
 * What can be done with a message. Arrows move, Enter chooses, Escape closes.
 *
 * @fires choose with the {@link MessageAction}
 */
@customElement("message-menu")
export class MessageMenu extends LitElement {
  static override styles = [shared, styles];

  @state() private actions: readonly MessageAction[] = [];
  @state() private sender = "";

  @query("[popover]") private box!: HTMLElement;

  override render() {
    return html`
      <div popover="auto" role="menu" aria-label=${t.actions.menuOf(this.sender)} @keydown=${this.pressed}>
        ${this.actions.map(
          (action) => html`
            <button role="menuitem" tabindex="-1" class=${action === "delete" ? "danger" : ""} @click=${() => this.choose(action)}>
              ${labelOf(action)}
            </button>
          `,
        )}
      </div>
    `;
  }

  /** When it closes, the browser takes the focus back to where it was. */
  async show(message: Message, rights: Rights, anchor: HTMLElement): Promise<void> {
    this.actions = actionsFor(message, rights);
    this.sender = message.sender;
    await this.updateComplete;
    this.box.showPopover();
    placeBeside(this.box, anchor);
    this.items[0]?.focus();
  }

  private get items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  private pressed(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    } else if (event.key === "Tab") {
      this.box.hidePopover();
    }
    event.stopPropagation();
  }

  private choose(action: MessageAction): void {
    this.box.hidePopover();
    this.dispatchEvent(new CustomEvent("choose", { detail: action }));
  }
}

function actionsFor({ isPinned, isEdited }: Message, rights: Rights): readonly MessageAction[] {
  const all: readonly (readonly [MessageAction, boolean])[] = [
    ["react", rights.react],
    ["edit", rights.edit],
    [isPinned ? "unpin" : "pin", rights.pin],
    ["unread", true],
    ["revisions", rights.revisions && isEdited],
    ["delete", rights.delete],
  ];
  return all.filter(([, may]) => may).map(([action]) => action);
}

function labelOf(action: MessageAction): string {
  const { react, edit, delete: remove, pin, unpin, markUnread, revisions } = t.actions;
  return { react, edit, delete: remove, pin, unpin, unread: markUnread, revisions }[action];
}
