import type { Problem } from "../../browser/http.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import type { Problems } from "../form/form-controller.ts";

export type Mode = "logIn" | "register";

export type SignInField = "username" | "password";

/** What can be told without asking the server. */
export function problemsBefore(mode: Mode, username: string, password: string): Problems<SignInField> {
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
  return {};
}

/** The server's answer, beside the field that it is about. */
export function problemsAfter(problem: Problem): Problems<SignInField> {
  const { status, code } = problem;
  const sentence = sentenceOf(problem);
  if (status === 401 || code === "password_invalid") {
    return { password: sentence };
  }
  return code === "username_invalid" || code === "username_taken" ? { username: sentence } : { form: sentence };
}
