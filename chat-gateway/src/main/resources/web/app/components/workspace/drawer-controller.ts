import type { ReactiveController, ReactiveControllerHost } from "lit";

/** On a phone the sidebar is a drawer over the rest, hidden at first. Escape closes it. */
export class DrawerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #moveFocus: { opened(): void; closed(): void };
  readonly #narrow = matchMedia("(max-width: 47.99rem)");
  #isWanted = false;
  readonly #widthChanged = () => this.#host.requestUpdate();
  readonly #pressed = ({ key }: KeyboardEvent) => key === "Escape" && this.isOpen && this.close();

  constructor(host: ReactiveControllerHost, moveFocus: { opened(): void; closed(): void }) {
    this.#host = host;
    this.#moveFocus = moveFocus;
    host.addController(this);
  }

  get isNarrow(): boolean {
    return this.#narrow.matches;
  }

  /** Never where there is room for the sidebar beside the rest. */
  get isOpen(): boolean {
    return this.isNarrow && this.#isWanted;
  }

  readonly open = async () => {
    await this.#become(true);
    this.#moveFocus.opened();
  };

  readonly close = async () => {
    await this.#become(false);
    this.#moveFocus.closed();
  };

  /** Because the focus goes elsewhere. */
  hide(): void {
    void this.#become(false);
  }

  async #become(isWanted: boolean): Promise<void> {
    this.#isWanted = isWanted;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  hostConnected(): void {
    this.#narrow.addEventListener("change", this.#widthChanged);
    addEventListener("keydown", this.#pressed);
  }

  hostDisconnected(): void {
    this.#narrow.removeEventListener("change", this.#widthChanged);
    removeEventListener("keydown", this.#pressed);
  }
}
