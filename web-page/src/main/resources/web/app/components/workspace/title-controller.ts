import type { ReactiveController, ReactiveControllerHost } from "lit";
import { t } from "../../texts/texts.ts";

/** Names the page after what it shows, for as long as its host is there. */
export class TitleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #title: () => string;

  constructor(host: ReactiveControllerHost & Element, title: () => string) {
    this.#host = host;
    this.#title = title;
    host.addController(this);
  }

  hostUpdated(): void {
    const title = this.#title();
    if (this.#host.isConnected && document.title !== title) {
      document.title = title;
    }
  }

  hostDisconnected(): void {
    document.title = t.product;
  }
}
