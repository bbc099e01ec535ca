import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Connection } from "../../live/connection.ts";
import { GLOBAL, isOpenTo, type ConversationId } from "../../live/conversation.ts";
import type { User } from "../../live/frames.ts";
import { pathOf, SETTINGS_PATH } from "../../live/routes.ts";
import { placeOf, type Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../conversation-view/conversation-view.ts";
import type { ConversationView } from "../conversation-view/conversation-view.ts";
import "../finder/place-finder.ts";
import type { PlaceFinder } from "../finder/place-finder.ts";
import "../settings/settings-view.ts";
import type { SettingsView } from "../settings/settings-view.ts";
import "../sidebar/chat-sidebar.ts";
import type { ChatSidebar } from "../sidebar/chat-sidebar.ts";
import { attentionOf } from "./attention.ts";
import { ChatController } from "./chat-controller.ts";
import { styles } from "./chat-workspace.styles.ts";
import { RouteController } from "./route-controller.ts";

/**
 * The chat of one user: the sidebar, and the open conversation or the settings. On a phone the sidebar
 * is a drawer.
 *
 * @fires log-out when the user asks for it
 * @fires session-ended, another-user when the server says so
 */
@customElement("chat-workspace")
export class ChatWorkspace extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Fixed for the life of the element. */
  @property({ attribute: false }) me!: User;

  @state() private isMenuOpen = false;
  @state() private isNarrow = false;

  @query("chat-sidebar") private sidebar!: ChatSidebar;
  @query("conversation-view") private view!: ConversationView | null;
  @query("settings-view") private settings!: SettingsView | null;
  @query("place-finder") private finder!: PlaceFinder;

  private live!: ChatController;
  private readonly route = new RouteController(this);
  private readonly narrow = matchMedia("(max-width: 47.99rem)");
  private readonly widthChanged = () => (this.isNarrow = this.narrow.matches);

  override connectedCallback(): void {
    const attention = attentionOf(
      ({ conversation }) => conversation === this.route.conversation && this.view?.isAtEnd === true,
      ({ conversation }) => this.open(conversation),
    );
    this.live = new ChatController(this, this.me, attention);
    addEventListener("keydown", this.shortcut);
    this.narrow.addEventListener("change", this.widthChanged);
    this.widthChanged();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.narrow.removeEventListener("change", this.widthChanged);
    removeEventListener("keydown", this.shortcut);
    document.title = t.product;
  }

  override render() {
    const { chat } = this.live;
    const place = placeOf(this.route.conversation, this.me, chat.people);
    const isDrawerOpen = this.isNarrow && this.isMenuOpen;
    return html`
      <nav aria-label=${t.conversation.shortcuts}>
        <button class="primary" @click=${this.focusMain}>${t.conversation.skip}</button>
      </nav>
      <chat-sidebar
        role="navigation"
        aria-label=${t.sidebar.label}
        class=${isDrawerOpen ? "open" : ""}
        ?inert=${this.isNarrow && !this.isMenuOpen}
        .chat=${chat}
        .version=${chat.version}
        .current=${this.route.isSettings ? "" : place.conversation}
        ?closable=${this.isNarrow}
        @open-conversation=${this.openConversation}
        @find=${this.find}
        @open-settings=${this.openSettings}
        @close-menu=${this.closeMenu}
        @log-out=${this.logOut}
      ></chat-sidebar>
      <div class="backdrop" ?hidden=${!isDrawerOpen} @click=${this.closeMenu}></div>
      ${this.route.isSettings ? this.settingsView(isDrawerOpen) : this.conversationView(place, isDrawerOpen)}
      <place-finder
        .chat=${chat}
        .version=${chat.version}
        @open-conversation=${this.openConversation}
      ></place-finder>
    `;
  }

  private settingsView(isCovered: boolean) {
    return html`<settings-view ?inert=${isCovered} .me=${this.me} @close=${this.closeSettings}></settings-view>`;
  }

  private conversationView(place: Place, isCovered: boolean) {
    const { chat } = this.live;
    return html`
      <conversation-view
        ?inert=${isCovered}
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
    const place = placeOf(this.route.conversation, this.me, chat.people);
    const title = t.title(chat.unreadInAll, this.route.isSettings ? t.settings.title : titleOf(place));
    if (document.title !== title) {
      document.title = title;
    }
    this.tellOfEnding(chat.connection);
  }

  private tellOfEnding(connection: Connection): void {
    if (connection.kind === "ended" && connection.because === "session_invalid") {
      this.dispatchEvent(new CustomEvent("session-ended"));
    } else if (connection.kind === "ended" && connection.because === "another_user") {
      this.dispatchEvent(new CustomEvent("another-user"));
    }
  }

  private readonly shortcut = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      this.find();
    } else if (event.key === "Escape" && this.isNarrow && this.isMenuOpen) {
      void this.closeMenu();
    }
  };

  private find(): void {
    this.isMenuOpen = false;
    this.finder.show();
  }

  private openConversation({ detail }: CustomEvent<ConversationId>): void {
    this.open(detail);
  }

  private open(conversation: ConversationId): void {
    this.isMenuOpen = false;
    this.route.go(pathOf(conversation));
    this.focusMain();
  }

  private openSettings(): void {
    this.isMenuOpen = false;
    this.route.go(SETTINGS_PATH);
    this.focusMain();
  }

  private closeSettings(): void {
    this.open(this.route.conversation);
  }

  private async focusMain(): Promise<void> {
    await this.updateComplete;
    void this.view?.focusComposer();
    this.settings?.focus();
  }

  private async openMenu(): Promise<void> {
    this.isMenuOpen = true;
    await this.updateComplete;
    this.sidebar.focusClose();
  }

  private async closeMenu(): Promise<void> {
    this.isMenuOpen = false;
    await this.updateComplete;
    this.view?.focusMenu();
  }

  private logOut(): void {
    const unsent = this.live.chat.outbox.messages;
    if (unsent.length === 0 || confirm(t.sidebar.discardUnsent(unsent.length))) {
      unsent.forEach(({ clientId }) => this.live.chat.discard(clientId));
      this.live.chat.drafts.forget();
      this.dispatchEvent(new CustomEvent("log-out"));
    }
  }
}
