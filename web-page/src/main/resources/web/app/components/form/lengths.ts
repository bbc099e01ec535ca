import { characters, PASSWORD, USERNAME, usernameOf } from "../../live/characters.ts";
import { t } from "../../texts/texts.ts";

/** What is wrong with the length of a new username; null where it is good. */
export function usernameProblem(username: string): string | null {
  const length = characters(usernameOf(username));
  if (length < USERNAME.least) {
    return length === 0 ? t.signIn.usernameMissing : t.signIn.usernameTooShort;
  }
  return length > USERNAME.most ? t.signIn.usernameTooLong(length) : null;
}

/** What is wrong with the length of a new password; null where it is good. */
export function newPasswordProblem(password: string): string | null {
  const length = characters(password);
  if (length < PASSWORD.least) {
    return length === 0 ? t.signIn.passwordMissing : t.signIn.passwordTooShort;
  }
  return length > PASSWORD.most ? t.signIn.passwordTooLong(length) : null;
}
