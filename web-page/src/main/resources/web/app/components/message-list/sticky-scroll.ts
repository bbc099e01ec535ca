import type { ReactiveController, ReactiveControllerHost } from "lit";
import { SizeWatch } from "../../browser/sizes.ts";

/** Closer to the end than this counts as being there. */
const END_WITHIN_PX = 48;

/**
 * Keeps what the reader looks at where it is: at the end new messages push the old ones up;
 * elsewhere nothing moves, also when older messages come in above.
 */
export class StickyScroll implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #box: () => HTMLElement | null;
  readonly #resized = new SizeWatch(() => this.#resize());
  #isObserving = false;
  #isAtEnd = true;
  /** Content that grows below the reader is no step away from the end; only going up is. */
  #last = { top: 0, height: 0 };
  #isAll = true;
  #anchor: { key: string; top: number } | null = null;

  constructor(host: ReactiveControllerHost, box: () => HTMLElement | null) {
    this.#host = host;
    this.#box = box;
    host.addController(this);
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  hostUpdate(): void {
    this.#look();
    this.#anchor = this.#isAtEnd ? null : this.#firstVisible();
  }

  hostUpdated(): void {
    const box = this.#box();
    if (box !== null && !this.#isObserving) {
      this.#isObserving = true;
      this.#resized.watch([box, ...box.children]);
    }
    if (this.#isAtEnd) {
      this.#keepEnd();
    } else {
      this.#keepAnchor();
    }
  }

  hostDisconnected(): void {
    this.#resized.stop();
    this.#isObserving = false;
  }

  /**
   * The reader scrolled, or the content did.
   *
   * @param isAll whether the end of what is shown is the end of all
   */
  scrolled(isAll: boolean): void {
    const wasAtEnd = this.#isAtEnd;
    this.#isAll = isAll;
    this.#look();
    if (wasAtEnd !== this.#isAtEnd) {
      this.#host.requestUpdate();
    }
  }

  /** Scrolling is told of a moment later than it happens. */
  #look(): void {
    const box = this.#box();
    if (box !== null) {
      const hasMovedUp = box.scrollTop < this.#lowered(box) - 1;
      const isNearEnd = this.#isAll && box.scrollHeight - box.scrollTop - box.clientHeight < END_WITHIN_PX;
      this.#isAtEnd = isNearEnd || (this.#isAtEnd && !hasMovedUp);
      this.#remember(box);
    }
  }

  /** Where the browser alone would have put it: a box that grows at the end of its content moves up. */
  #lowered({ scrollHeight, clientHeight }: HTMLElement): number {
    return Math.min(this.#last.top, Math.min(this.#last.height, scrollHeight) - clientHeight);
  }

  #remember(box: HTMLElement): void {
    this.#last = { top: box.scrollTop, height: box.scrollHeight };
  }

  toEnd(): void {
    this.#isAtEnd = true;
    this.#host.requestUpdate();
  }

  /** The reader goes elsewhere. */
  leaveEnd(): void {
    this.#isAtEnd = false;
    this.#isAll = false;
  }

  #resize(): void {
    this.#look();
    this.#keepEnd();
  }

  #keepEnd(): void {
    const box = this.#box();
    if (box !== null && this.#isAtEnd) {
      box.scrollTop = box.scrollHeight;
      this.#remember(box);
    }
  }

  #firstVisible(): { key: string; top: number } | null {
    const box = this.#box();
    const top = box?.getBoundingClientRect().top ?? 0;
    for (const element of box?.querySelectorAll<HTMLElement>("[data-key]") ?? []) {
      const place = element.getBoundingClientRect();
      if (place.bottom > top) {
        return { key: element.dataset["key"] ?? "", top: place.top };
      }
    }
    return null;
  }

  #keepAnchor(): void {
    const box = this.#box();
    const anchor = this.#anchor;
    const lines = box?.querySelectorAll<HTMLElement>("[data-key]") ?? [];
    const element = [...lines].find(({ dataset }) => dataset["key"] === anchor?.key);
    if (box && element && anchor !== null) {
      box.scrollTop += element.getBoundingClientRect().top - anchor.top;
    }
  }
}
