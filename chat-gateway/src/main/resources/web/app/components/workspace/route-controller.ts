import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ConversationId } from "../../live/conversation.ts";
import { conversationAt, pathOf } from "../../live/routes.ts";

/** Which conversation the address names; going back and forth works. */
export class RouteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #moved = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get conversation(): ConversationId {
    return conversationAt(location.pathname);
  }

  go(conversation: ConversationId): void {
    if (location.pathname !== pathOf(conversation)) {
      history.pushState(null, "", pathOf(conversation));
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
