import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { GLOBAL, isOpenTo, type ConversationId } from "../../live/conversation.ts";
import type { User } from "../../live/frames.ts";
import { placeOf } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../conversation-view/conversation-view.ts";
import type { ConversationView } from "../conversation-view/conversation-view.ts";
import "../sidebar/chat-sidebar.ts";
import type { ChatSidebar } from "../sidebar/chat-sidebar.ts";
import { ChatController } from "./chat-controller.ts";
import { styles } from "./chat-workspace.styles.ts";
import { RouteController } from "./route-controller.ts";

/**
 * The chat of one user: the sidebar and the open conversation. On a phone the sidebar is a drawer.
 *
 * @fires log-out when the user asks for it
 * @fires session-ended when the server says so
 */
@customElement("chat-workspace")
export class ChatWorkspace extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Fixed for the life of the element. */
  @property({ attribute: false }) me!: User;

  @state() private isMenuOpen = false;
  @state() private isNarrow = false;

  @query("chat-sidebar") private sidebar!: ChatSidebar;
  @query("conversation-view") private view!: ConversationView;

  private live!: ChatController;
  private readonly route = new RouteController(this);
  private readonly narrow = matchMedia("(max-width: 47.99rem)");
  private readonly widthChanged = () => (this.isNarrow = this.narrow.matches);

  override connectedCallback(): void {
    this.live = new ChatController(this, this.me);
    this.narrow.addEventListener("change", this.widthChanged);
    this.widthChanged();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.narrow.removeEventListener("change", this.widthChanged);
    document.title = t.product;
  }

  override render() {
    const { chat } = this.live;
    const place = placeOf(this.route.conversation, this.me, chat.people);
    const isDrawerOpen = this.isNarrow && this.isMenuOpen;
    return html`
      <nav aria-label=${t.conversation.shortcuts}>
        <button class="primary" @click=${() => this.view.focusComposer()}>${t.conversation.skip}</button>
      </nav>
      <chat-sidebar
        role="navigation"
        aria-label=${t.sidebar.label}
        class=${isDrawerOpen ? "open" : ""}
        ?inert=${this.isNarrow && !this.isMenuOpen}
        .chat=${chat}
        .version=${chat.version}
        .current=${place.conversation}
        ?closable=${this.isNarrow}
        @open-conversation=${this.openConversation}
        @close-menu=${this.closeMenu}
        @log-out=${this.logOut}
        @keydown=${this.closeOnEscape}
      ></chat-sidebar>
      <div class="backdrop" ?hidden=${!isDrawerOpen} @click=${this.closeMenu}></div>
      <conversation-view
        ?inert=${isDrawerOpen}
        .chat=${chat}
        .version=${chat.version}
        .place=${place}
        ?has-menu=${this.isNarrow}
        @open-menu=${this.openMenu}
      ></conversation-view>
    `;
  }

  protected override willUpdate(): void {
    if (!isOpenTo(this.route.conversation, this.me.id)) {
      this.route.replace(GLOBAL);
    }
  }

  protected override updated(): void {
    if (!this.isConnected) {
      return;
    }
    const { chat } = this.live;
    document.title = t.title(chat.unreadInAll, titleOf(placeOf(this.route.conversation, this.me, chat.people)));
    if (chat.connection.kind === "ended" && chat.connection.because === "session_invalid") {
      this.dispatchEvent(new CustomEvent("session-ended"));
    }
  }

  private openConversation({ detail }: CustomEvent<ConversationId>): void {
    this.isMenuOpen = false;
    this.route.go(detail);
    void this.updateComplete.then(() => this.view.focusComposer());
  }

  private async openMenu(): Promise<void> {
    this.isMenuOpen = true;
    await this.updateComplete;
    this.sidebar.focusClose();
  }

  private async closeMenu(): Promise<void> {
    this.isMenuOpen = false;
    await this.updateComplete;
    this.view.focusMenu();
  }

  private closeOnEscape(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.isNarrow) {
      void this.closeMenu();
    }
  }

  private logOut(): void {
    const unsent = this.live.chat.outbox.messages;
    if (unsent.length === 0 || confirm(t.sidebar.discardUnsent(unsent.length))) {
      unsent.forEach(({ clientId }) => this.live.chat.discard(clientId));
      this.dispatchEvent(new CustomEvent("log-out"));
    }
  }
}
