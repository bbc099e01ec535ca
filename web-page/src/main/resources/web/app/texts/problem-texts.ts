import type { Problem } from "../browser/http.ts";
import type { Refusal } from "../live/refusal.ts";
import type { Texts } from "./en.ts";
import { t } from "./texts.ts";

/** Why the server refused something: in its own words where the page does not know its code. */
export function reasonOf({ code, sentence }: Refusal): string {
  return isKnown(code) ? t.problems[code] : sentence;
}

/** What a person is told of a request that failed. */
export function sentenceOf({ status, code, detail }: Problem): string {
  const sentence = status === 0 || status >= 500 || detail === null ? t.signIn.unreachable : detail;
  return reasonOf({ code, sentence });
}

function isKnown(code: string | null): code is keyof Texts["problems"] {
  return code !== null && Object.hasOwn(t.problems, code);
}
