import type { User } from "../live/frames.ts";
import { get, post, type Answer } from "./http.ts";

/** The session lives in a cookie that no script can read. */
export function logIn(username: string, password: string): Promise<Answer<{ user: User }>> {
  return post("/login", { username, password, cookie: true });
}

export function register(username: string, password: string): Promise<Answer<{ user: User }>> {
  return post("/register", { username, password });
}

export function logOut(): Promise<Answer<unknown>> {
  return post("/logout", {});
}

/** Who is logged in; status 401 where nobody is. */
export function whoAmI(): Promise<Answer<User>> {
  return get("/me");
}
