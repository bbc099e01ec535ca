import type { ReactiveController, ReactiveControllerHost } from "lit";
import { NarrowWindow } from "../../browser/sizes.ts";

/** On the entry of the browser's history that an open drawer has. */
interface DrawerState {
  readonly isDrawer: true;
}

/**
 * On a phone the sidebar is a drawer over the rest, hidden at first. Escape closes it, and so does Back: the
 * open drawer is an entry of the browser's history.
 */
export class DrawerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #moveFocus: { opened(): void; closed(): void };
  readonly #window = new NarrowWindow();
  #isWanted = false;
  #forget: () => void = () => {};
  /** Until the browser has gone back, which takes it a moment. */
  #leaving: Promise<unknown> = Promise.resolve();
  readonly #pressed = ({ key }: KeyboardEvent) => key === "Escape" && this.isOpen && this.close();
  readonly #moved = () => this.#become(isDrawer());

  constructor(host: ReactiveControllerHost, moveFocus: { opened(): void; closed(): void }) {
    this.#host = host;
    this.#moveFocus = moveFocus;
    host.addController(this);
  }

  get isNarrow(): boolean {
    return this.#window.isNarrow;
  }

  /** Never where there is room for the sidebar beside the rest. */
  get isOpen(): boolean {
    return this.isNarrow && this.#isWanted;
  }

  readonly open = async () => {
    await this.#leaving;
    if (!isDrawer()) {
      history.pushState({ isDrawer: true } satisfies DrawerState, "");
    }
    await this.#become(true);
    this.#moveFocus.opened();
  };

  readonly close = async () => {
    this.#goBack();
    await this.#become(false);
    this.#moveFocus.closed();
  };

  /** Because something else is opened; an address has taken the drawer's place in the history by then. */
  hide(): void {
    this.#goBack();
    void this.#become(false);
  }

  #goBack(): void {
    if (isDrawer()) {
      this.#leaving = new Promise((left) => addEventListener("popstate", left, { once: true }));
      history.back();
    }
  }

  async #become(isWanted: boolean): Promise<void> {
    this.#isWanted = isWanted;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  hostConnected(): void {
    this.#isWanted = isDrawer();
    this.#forget = this.#window.listen(() => this.#host.requestUpdate());
    addEventListener("keydown", this.#pressed);
    addEventListener("popstate", this.#moved);
  }

  hostDisconnected(): void {
    this.#forget();
    removeEventListener("keydown", this.#pressed);
    removeEventListener("popstate", this.#moved);
  }
}

/** The entry that is shown now is that of an open drawer: going to an address replaces it. */
export function isDrawer(): boolean {
  return (history.state as Partial<DrawerState> | null)?.isDrawer === true;
}
