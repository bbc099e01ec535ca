import { PREFERENCES_KEY, readPreferences, type Preferences } from "../live/preferences.ts";
import { store } from "./store.ts";

/** What was chosen for this browser, in any of its windows. */
class StoredPreferences {
  #now = readPreferences(store);
  readonly #listeners = new Set<() => void>();

  constructor() {
    addEventListener("storage", ({ key }) => (key === PREFERENCES_KEY || key === null) && this.#reread());
  }

  get now(): Preferences {
    return this.#now;
  }

  change(changes: Partial<Preferences>): void {
    store.setItem(PREFERENCES_KEY, JSON.stringify({ ...this.#now, ...changes }));
    this.#reread();
  }

  /** Calls it after each change, until what it returns is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #reread(): void {
    this.#now = readPreferences(store);
    this.#listeners.forEach((listener) => listener());
  }
}

export const preferences = new StoredPreferences();
