import type { Problem } from "../../browser/http.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { newPasswordProblem } from "../form/lengths.ts";
import type { Problems } from "../form/form-controller.ts";

export type PasswordField = "current" | "fresh";

/** What can be told without asking the server. */
export function passwordProblemsBefore(current: string, fresh: string): Problems<PasswordField> {
  if (current === "") {
    return { current: t.signIn.passwordMissing };
  }
  const problem = newPasswordProblem(fresh);
  return problem === null ? {} : { fresh: problem };
}

/** The server's answer, beside the field that it is about. */
export function passwordProblemsAfter(problem: Problem): Problems<PasswordField> {
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
