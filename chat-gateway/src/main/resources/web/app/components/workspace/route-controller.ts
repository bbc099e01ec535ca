import type { ReactiveController, ReactiveControllerHost } from "lit";
import { GLOBAL, type ConversationId } from "../../live/conversation.ts";
import { conversationIn, pathOf, SETTINGS_PATH } from "../../live/routes.ts";

/** Which conversation the address names, or the settings; going back and forth works. */
export class RouteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: ConversationId = GLOBAL;
  readonly #moved = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Behind the settings, the one that was open before. */
  get conversation(): ConversationId {
    this.#last = conversationIn(location.pathname) ?? this.#last;
    return this.#last;
  }

  get isSettings(): boolean {
    return location.pathname === SETTINGS_PATH;
  }

  go(path: string): void {
    if (location.pathname !== path) {
      history.pushState(null, "", path);
      this.#host.requestUpdate();
    }
  }

  /** Without a way back: the address named nothing that this user may open. */
  replace(conversation: ConversationId): void {
    history.replaceState(null, "", pathOf(conversation));
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener("popstate", this.#moved);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#moved);
  }
}
