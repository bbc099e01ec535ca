import type { KeyValueStore } from "./key-value-store.ts";

const PROBE = "parley.probe";

/**
 * A store that always works. What the device cannot keep, because its storage is absent, forbidden, full or
 * broken, lives as long as the page.
 */
export class LastingStore implements KeyValueStore {
  readonly #device: () => KeyValueStore | null;
  /** What the device did not take; it hides what the device has under the same key. */
  readonly #memory = new Map<string, string>();
  #listeners: readonly (() => void)[] = [];
  #isLasting: boolean;

  /** @param device asked for each time, since even that may throw */
  constructor(device: () => KeyValueStore | null) {
    this.#device = device;
    this.#isLasting = this.#attempt(takesMore, false);
  }

  /** False from the first time on that the device did not keep something. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /** Calls it when the device turns out to keep nothing. */
  listen(listener: () => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  get length(): number {
    return this.#keys().length;
  }

  key(index: number): string | null {
    return this.#keys()[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#memory.get(key) ?? this.#attempt((store) => store.getItem(key), null);
  }

  setItem(key: string, value: string): void {
    if (this.#attempt((store) => (store.setItem(key, value), true), false)) {
      this.#memory.delete(key);
      return;
    }
    this.#memory.set(key, value);
    // Else an older value would come back with the next page.
    this.#attempt((store) => store.removeItem(key), undefined);
    this.#doesNotLast();
  }

  removeItem(key: string): void {
    this.#memory.delete(key);
    this.#attempt((store) => store.removeItem(key), undefined);
  }

  #keys(): string[] {
    const onDevice = this.#attempt((store) => Array.from({ length: store.length }, (_, index) => store.key(index)), []);
    return [...new Set([...onDevice.filter((key) => key !== null), ...this.#memory.keys()])];
  }

  #doesNotLast(): void {
    if (this.#isLasting) {
      this.#isLasting = false;
      this.#listeners.forEach((listener) => listener());
    }
  }

  #attempt<T>(use: (store: KeyValueStore) => T, otherwise: T): T {
    try {
      const store = this.#device();
      return store === null || store === undefined ? otherwise : use(store);
    } catch {
      return otherwise;
    }
  }
}

function takesMore(store: KeyValueStore): boolean {
  store.setItem(PROBE, "room for one more");
  store.removeItem(PROBE);
  return true;
}
