import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { ConversationId } from "../../live/conversation.ts";
import type { User } from "../../live/frames.ts";
import { pathOf, SETTINGS_PATH } from "../../live/routes.ts";
import { placeOf, type Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../finder/place-finder.ts";
import type { PlaceFinder } from "../finder/place-finder.ts";
import "../sidebar/chat-sidebar.ts";
import type { ChatSidebar } from "../sidebar/chat-sidebar.ts";
import { attentionOf } from "./attention.ts";
import { ChatController } from "./chat-controller.ts";
import { styles } from "./chat-workspace.styles.ts";
import { DrawerController } from "./drawer-controller.ts";
import { FindShortcut } from "./find-shortcut.ts";
import { RouteController } from "./route-controller.ts";
import { TitleController } from "./title-controller.ts";
import { discardUnsent } from "./unsent.ts";
import "./workspace-main.ts";
import type { WorkspaceMain } from "./workspace-main.ts";

/**
 * The chat of one user: the sidebar, and the open conversation or the settings. On a phone the sidebar
 * is a drawer.
 *
 * @fires log-out when the user asks for it
 * @fires ended with the {@link Ending} of the connection
 */
@customElement("chat-workspace")
export class ChatWorkspace extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Fixed for the life of the element. */
  @property({ attribute: false }) me!: User;

  @query("chat-sidebar") private sidebar!: ChatSidebar;
  @query("workspace-main") private main!: WorkspaceMain | null;
  @query("place-finder") private finder!: PlaceFinder;

  private live!: ChatController;
  private readonly route = new RouteController(this, () => this.me.id);
  private readonly drawer = new DrawerController(this, {
    opened: () => this.sidebar.focusClose(),
    closed: () => this.main?.focusMenu(),
  });

  constructor() {
    super();
    new FindShortcut(this, () => this.find());
    new TitleController(this, () => this.pageTitle());
  }

  override connectedCallback(): void {
    const attention = attentionOf(
      ({ conversation }) => conversation === this.route.conversation && this.main?.isAtEnd === true,
      ({ conversation }) => this.open(conversation),
    );
    this.live = new ChatController(this, this.me, attention);
    super.connectedCallback();
  }

  override render() {
    const { chat } = this.live;
    const { place } = this;
    const { isSettings } = this.route;
    const { isNarrow, isOpen } = this.drawer;
    return html`
      <nav aria-label=${t.conversation.shortcuts}>
        <button class="primary" @click=${this.focusMain}>${t.conversation.skip}</button>
      </nav>
      <chat-sidebar
        role="navigation"
        aria-label=${t.sidebar.label}
        class=${isOpen ? "open" : ""}
        ?inert=${isNarrow && !isOpen}
        .chat=${chat}
        .version=${chat.version}
        .current=${isSettings ? "" : place.conversation}
        ?closable=${isNarrow}
        @open-conversation=${this.openConversation}
        @find=${this.find}
        @open-settings=${() => this.go(SETTINGS_PATH)}
        @close-menu=${this.drawer.close}
        @log-out=${this.logOut}
      ></chat-sidebar>
      <div class="backdrop" ?hidden=${!isOpen} @click=${this.drawer.close}></div>
      <workspace-main
        ?inert=${isOpen}
        .chat=${chat}
        .version=${chat.version}
        .place=${place}
        ?settings=${isSettings}
        ?has-menu=${isNarrow}
        @open-menu=${this.drawer.open}
        @close-settings=${() => this.open(this.route.conversation)}
      ></workspace-main>
      <place-finder
        .chat=${chat}
        .version=${chat.version}
        @open-conversation=${this.openConversation}
      ></place-finder>
    `;
  }

  protected override updated(): void {
    const { connection } = this.live.chat;
    if (this.isConnected && connection.kind === "ended") {
      this.dispatchEvent(new CustomEvent("ended", { detail: connection.because }));
    }
  }

  private get place(): Place {
    return placeOf(this.route.conversation, this.me, this.live.chat.people);
  }

  private pageTitle(): string {
    return t.title(this.live.chat.unreadInAll, this.route.isSettings ? t.settings.title : titleOf(this.place));
  }

  private find(): void {
    this.drawer.hide();
    this.finder.show();
  }

  private readonly openConversation = ({ detail }: CustomEvent<ConversationId>) => this.open(detail);

  private open(conversation: ConversationId): void {
    this.go(pathOf(conversation));
  }

  private go(path: string): void {
    this.drawer.hide();
    this.route.go(path);
    void this.focusMain();
  }

  private async focusMain(): Promise<void> {
    await this.updateComplete;
    this.main?.focus();
  }

  private logOut(): void {
    if (discardUnsent(this.live.chat)) {
      this.dispatchEvent(new CustomEvent("log-out"));
    }
  }
}
