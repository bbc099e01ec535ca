/** Calls it when one of the elements changes its size; only with the window where a browser cannot tell. */
export class SizeWatch {
  readonly #changed: () => void;
  readonly #observer: ResizeObserver | null;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(changed);
  }

  watch(elements: readonly Element[]): void {
    elements.forEach((element) => this.#observer?.observe(element));
    addEventListener("resize", this.#changed);
  }

  stop(): void {
    this.#observer?.disconnect();
    removeEventListener("resize", this.#changed);
  }
}

/** Whether the window has no room for two columns, and when that changes. Without an answer it has. */
export class NarrowWindow {
  readonly #query: MediaQueryList | null =
    typeof matchMedia === "function" ? matchMedia("(max-width: 47.99rem)") : null;

  get isNarrow(): boolean {
    return this.#query?.matches ?? false;
  }

  listen(changed: () => void): () => void {
    this.#query?.addEventListener?.("change", changed);
    return () => this.#query?.removeEventListener?.("change", changed);
  }
}
