import type { User } from "../live/frames.ts";
import { store } from "./store.ts";

const KEY = "parley.logged-in";

/** Who was logged in here last: no script sees the cookie itself. Null where nobody is. */
export function rememberedLogin(): User | null {
  try {
    const { id, username } = JSON.parse(store.getItem(KEY) ?? "null") as User;
    return typeof id === "number" && typeof username === "string" ? { id, username } : null;
  } catch {
    return null;
  }
}

export function rememberLogin({ id, username }: User): void {
  store.setItem(KEY, JSON.stringify({ id, username }));
}

export function forgetLogin(): void {
  store.removeItem(KEY);
}

/** Calls it when somebody logs in or out in another window, until what it returns is called. */
export function listenToLogins(listener: (user: User | null) => void): () => void {
  const changed = ({ key }: StorageEvent) => (key === KEY || key === null) && listener(rememberedLogin());
  addEventListener("storage", changed);
  return () => removeEventListener("storage", changed);
}
