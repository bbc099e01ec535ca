import type { ReactiveController, ReactiveControllerHost } from "lit";
import { GLOBAL, isOpenTo, type ConversationId } from "../../live/conversation.ts";
import { conversationIn, isKnownPath, pathOf, SETTINGS_PATH } from "../../live/routes.ts";
import { isDrawer } from "./drawer-controller.ts";

/** Which conversation the address names, or the settings; going back and forth works. */
export class RouteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #me: () => number;
  #last: ConversationId = GLOBAL;
  readonly #moved = () => this.#host.requestUpdate();

  /** @param me the id of the user that looks at the page */
  constructor(host: ReactiveControllerHost, me: () => number) {
    this.#host = host;
    this.#me = me;
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
      try {
        history[isDrawer() ? "replaceState" : "pushState"](null, "", path);
      } catch {
        // Some browsers allow only so many in a time.
        location.assign(path);
      }
      this.#host.requestUpdate();
    }
  }

  /** Without a way back, where the address names nothing that this user may open. */
  hostUpdate(): void {
    if (!isKnownPath(location.pathname) || !isOpenTo(this.conversation, this.#me())) {
      history.replaceState(null, "", pathOf(GLOBAL));
    }
  }

  hostConnected(): void {
    addEventListener("popstate", this.#moved);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#moved);
  }
}
