import type { Problem } from "../../browser/http.ts";
import { characters, PASSWORD } from "../../live/characters.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import type { Problems } from "../form/form-controller.ts";
import { newPasswordProblem, usernameProblem } from "../form/lengths.ts";

export type Mode = "logIn" | "register";

export type SignInField = "username" | "password";

/** What can be told without asking the server. */
export function problemsBefore(mode: Mode, username: string, password: string): Problems<SignInField> {
  const wrongName = mode === "register" ? usernameProblem(username) : missing(username.trim(), t.signIn.usernameMissing);
  if (wrongName !== null) {
    return { username: wrongName };
  }
  const wrongPassword = mode === "register" ? newPasswordProblem(password) : missing(password, t.signIn.passwordMissing);
  return wrongPassword === null ? {} : { password: wrongPassword };
}

function missing(text: string, problem: string): string | null {
  return text === "" ? problem : null;
}

/** The server's answer, beside the field that it is about. */
export function problemsAfter(problem: Problem, password: string): Problems<SignInField> {
  const { status, code } = problem;
  const sentence = sentenceOf(problem);
  if (status === 401) {
    return { password: withLength(sentence, password) };
  }
  if (code === "password_invalid") {
    return { password: sentence };
  }
  return code === "username_invalid" || code === "username_taken" ? { username: sentence } : { form: sentence };
}

/** No new password is that long: something else was pasted, perhaps. */
function withLength(sentence: string, password: string): string {
  const length = characters(password);
  return length > PASSWORD.most ? `${sentence} ${t.signIn.passwordTooLong(length)}` : sentence;
}
