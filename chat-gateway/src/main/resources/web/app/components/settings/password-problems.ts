import type { Problem } from "../../browser/http.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";

/** What to say beside a field; `form` where it belongs to none. */
export interface PasswordProblems {
  readonly current?: string;
  readonly fresh?: string;
  readonly form?: string;
}

/** What can be told without asking the server; null where all looks well. */
export function passwordProblemsBefore(current: string, fresh: string): PasswordProblems | null {
  if (current === "") {
    return { current: t.signIn.passwordMissing };
  }
  return [...fresh].length < 6 ? { fresh: t.signIn.passwordTooShort } : null;
}

/** The server's answer, beside the field that it is about. */
export function passwordProblemsAfter(problem: Problem): PasswordProblems {
  const sentence = sentenceOf(problem);
  switch (problem.code) {
    case "password_wrong":
      return { current: sentence };
    case "password_invalid":
      return { fresh: sentence };
    default:
      return { form: sentence };
  }
}
