import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { listenToChoices } from "../../browser/notifications.ts";
import type { ConversationId } from "../../live/conversation.ts";
import type { User } from "../../live/frames.ts";
import { pathOf, SETTINGS_PATH } from "../../live/routes.ts";
import { placeOf, type Place } from "../../live/places.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../finder/place-finder.ts";
import type { PlaceFinder } from "../finder/place-finder.ts";
import "../rooms/create-room.ts";
import type { CreateRoom } from "../rooms/create-room.ts";
import "../rooms/room-directory.ts";
import type { RoomDirectory } from "../rooms/room-directory.ts";
import "../sidebar/chat-sidebar.ts";
import "../shortcuts/shortcut-list.ts";
import type { ShortcutList } from "../shortcuts/shortcut-list.ts";
import type { ChatSidebar } from "../sidebar/chat-sidebar.ts";
import { conversationsIn } from "../sidebar/sidebar-lists.ts";
import { attentionOf } from "./attention.ts";
import { ChatController } from "./chat-controller.ts";
import { styles } from "./chat-workspace.styles.ts";
import { DrawerController } from "./drawer-controller.ts";
import "./leave-dialog.ts";
import type { LeaveDialog } from "./leave-dialog.ts";
import { RouteController } from "./route-controller.ts";
import { ShortcutController } from "./shortcuts.ts";
import { TitleController } from "./title-controller.ts";
import "./workspace-main.ts";
import type { WorkspaceMain } from "./workspace-main.ts";

/**
 * The chat of one user: the sidebar, and the open conversation or the settings. On a phone the sidebar
 * is a drawer.
 *
 * @fires log-out when the user asks for it; {@link stay} or {@link leave} are the answer
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
  @query("shortcut-list") private shortcuts!: ShortcutList;
  @query("room-directory") private directory!: RoomDirectory;
  @query("create-room") private creating!: CreateRoom;
  @query("leave-dialog") private leaving!: LeaveDialog;

  private live!: ChatController;
  private forget: () => void = () => {};
  private readonly route = new RouteController(this, () => this.me.id);
  private readonly drawer = new DrawerController(this, {
    opened: () => this.sidebar.focusClose(),
    closed: () => this.main?.focusMenu(),
  });

  constructor() {
    super();
    new ShortcutController(this, {
      find: () => this.find(),
      step: (by) => this.step(by),
      help: () => this.shortcuts.show(),
    });
    new TitleController(this, () => this.pageTitle());
  }

  override connectedCallback(): void {
    const attention = attentionOf(
      ({ conversation }) => conversation === this.route.conversation && this.main?.isAtEnd === true,
      ({ conversation }) => this.nameOf(conversation),
      ({ conversation }) => this.open(conversation),
    );
    this.live = new ChatController(this, this.me, attention);
    this.forget = listenToChoices((conversation) => this.open(conversation));
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
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
        @browse-rooms=${this.browse}
        @create-room=${this.create}
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
        @open-conversation=${this.openConversation}
        @show-shortcuts=${() => this.shortcuts.show()}
        @close-settings=${() => this.open(this.route.conversation)}
      ></workspace-main>
      <place-finder
        .chat=${chat}
        .version=${chat.version}
        @open-conversation=${this.openConversation}
      ></place-finder>
      <room-directory .chat=${chat} @open-conversation=${this.openConversation} @create-room=${this.create}></room-directory>
      <create-room .chat=${chat} .version=${chat.version} @open-conversation=${this.openConversation}></create-room>
      <shortcut-list></shortcut-list>
      <leave-dialog></leave-dialog>
    `;
  }

  protected override updated(): void {
    const { connection } = this.live.chat;
    if (this.isConnected && connection.kind === "ended") {
      this.dispatchEvent(new CustomEvent("ended", { detail: connection.because }));
    }
  }

  private get place(): Place {
    return placeOf(this.route.conversation, this.live.chat);
  }

  /** Null where a message there is for this user alone. */
  private nameOf(conversation: ConversationId): string | null {
    const place = placeOf(conversation, this.live.chat);
    return place.kind === "global" || place.kind === "room" ? titleOf(place) : null;
  }

  private pageTitle(): string {
    return t.title(this.live.chat.unreadInAll, this.route.isSettings ? t.settings.title : titleOf(this.place));
  }

  private readonly browse = () => {
    this.drawer.hide();
    this.directory.show();
  };

  private readonly create = () => {
    this.drawer.hide();
    this.creating.show();
  };

  private find(): void {
    this.drawer.hide();
    this.finder.show();
  }

  /** To the next conversation in the sidebar, or the one before; from its end back to its beginning. */
  private step(by: 1 | -1): void {
    const { conversation } = this.route;
    const all = conversationsIn(this.live.chat, conversation);
    const next = all.at((all.indexOf(conversation) + by) % all.length);
    if (next !== undefined) {
      this.open(next);
    }
  }

  private readonly openConversation = ({ detail }: CustomEvent<ConversationId>) => this.open(detail);

  private open(conversation: ConversationId): void {
    this.go(pathOf(conversation));
  }

  private go(path: string): void {
    this.route.go(path);
    this.drawer.hide();
    void this.focusMain();
  }

  /** Where one goes on. */
  override focus(): void {
    void this.focusMain();
  }

  private async focusMain(): Promise<void> {
    await this.updateComplete;
    this.main?.focus();
  }

  private async logOut(): Promise<void> {
    const { chat } = this.live;
    if (await this.leaving.mayLeave(chat)) {
      chat.stop();
      this.dispatchEvent(new CustomEvent("log-out"));
    }
  }

  /** The session has ended: others may use this browser. */
  leave(): void {
    this.live.chat.discardUnsent();
  }

  /** It could not be ended: nothing is lost. */
  stay(): void {
    this.live.chat.start();
    this.leaving.tellFailure();
  }
}
