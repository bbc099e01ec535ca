const KEY = "parley.logged-in";

/** Whether asking the server who is logged in makes sense: no script sees the cookie itself. */
export function mayBeLoggedIn(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function rememberLogin(): void {
  localStorage.setItem(KEY, "1");
}

export function forgetLogin(): void {
  localStorage.removeItem(KEY);
}
