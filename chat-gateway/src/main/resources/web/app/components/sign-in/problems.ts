import type { Problem } from "../../browser/http.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";

export type Mode = "logIn" | "register";

/** What to say beside a field; `form` where it belongs to none. */
export interface Problems {
  readonly username?: string;
  readonly password?: string;
  readonly form?: string;
}

/** What can be told without asking the server; null where all looks well. */
export function problemsBefore(mode: Mode, username: string, password: string): Problems | null {
  const isNew = mode === "register";
  if (username.trim() === "") {
    return { username: t.signIn.usernameMissing };
  }
  if (isNew && username.trim().length < 3) {
    return { username: t.signIn.usernameTooShort };
  }
  if (password === "") {
    return { password: t.signIn.passwordMissing };
  }
  if (isNew && password.length < 6) {
    return { password: t.signIn.passwordTooShort };
  }
  return null;
}

/** The server's answer, beside the field that it is about. */
export function problemsAfter(problem: Problem): Problems {
  const { status, code } = problem;
  const sentence = sentenceOf(problem);
  if (status === 401 || code === "password_invalid") {
    return { password: sentence };
  }
  return code === "username_invalid" || code === "username_taken" ? { username: sentence } : { form: sentence };
}
