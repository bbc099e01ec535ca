import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Chat } from "../../live/chat.ts";
import type { Place } from "../../live/places.ts";
import "../conversation-view/conversation-view.ts";
import type { ConversationView } from "../conversation-view/conversation-view.ts";
import "../settings/settings-view.ts";
import type { SettingsView } from "../settings/settings-view.ts";

/**
 * Beside the sidebar: the open conversation, or the settings in its place.
 *
 * @fires open-menu
 * @fires open-conversation with its id
 * @fires close-settings, show-shortcuts
 */
@customElement("workspace-main")
export class WorkspaceMain extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }
  `;

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property({ attribute: false }) place!: Place;
  @property({ type: Boolean }) settings = false;
  @property({ type: Boolean, attribute: "has-menu" }) hasMenu = false;

  @query("conversation-view") private conversationView!: ConversationView | null;
  @query("settings-view") private settingsView!: SettingsView | null;

  override render() {
    const { chat, place } = this;
    if (this.settings) {
      return html`<settings-view
        .me=${chat.me}
        @close=${() => this.fire("close-settings")}
        @show-shortcuts=${() => this.fire("show-shortcuts")}
      ></settings-view>`;
    }
    return html`
      <conversation-view
        .chat=${chat}
        .version=${chat.version}
        .place=${place}
        ?has-menu=${this.hasMenu}
        @open-menu=${() => this.fire("open-menu")}
        @open-conversation=${({ detail }: CustomEvent<string>) => this.fire("open-conversation", detail)}
      ></conversation-view>
    `;
  }

  /** Where one goes on: the field to write in, or the way out of the settings. */
  override focus(): void {
    void this.updateComplete.then(() => {
      void this.conversationView?.focusInside();
      this.settingsView?.focus();
    });
  }

  focusMenu(): void {
    this.conversationView?.focusMenu();
  }

  /** The reader sees what comes into the open conversation. */
  get isAtEnd(): boolean {
    return this.conversationView?.isAtEnd === true;
  }

  private fire(event: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}
