import type { User } from "../live/frames.ts";

const KEY = "parley.logged-in";

/** Who was logged in here last: no script sees the cookie itself. Null where nobody is. */
export function rememberedLogin(): User | null {
  try {
    const { id, username } = JSON.parse(localStorage.getItem(KEY) ?? "null") as User;
    return typeof id === "number" && typeof username === "string" ? { id, username } : null;
  } catch {
    return null;
  }
}

export function rememberLogin({ id, username }: User): void {
  localStorage.setItem(KEY, JSON.stringify({ id, username }));
}

export function forgetLogin(): void {
  localStorage.removeItem(KEY);
}
