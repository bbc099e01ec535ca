import type { User } from "../live/frames.ts";
import { get, post, remove, type Answer } from "./http.ts";

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

/** The other sessions end with it. */
export function changePassword(current: string, fresh: string): Promise<Answer<unknown>> {
  return post("/password", { current_password: current, new_password: fresh });
}

/** One login of this user. */
export interface Device {
  readonly id: number;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly user_agent: string | null;
  readonly current: boolean;
}

export function readDevices(): Promise<Answer<readonly Device[]>> {
  return get("/sessions");
}

export function endDevice(id: number): Promise<Answer<unknown>> {
  return remove(`/sessions/${id}`);
}

export function endOtherDevices(): Promise<Answer<{ ended: number }>> {
  return remove("/sessions");
}
