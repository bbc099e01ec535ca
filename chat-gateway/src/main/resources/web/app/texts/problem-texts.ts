import type { Problem } from "../browser/http.ts";
import { t } from "./texts.ts";

/** What a person is told of a request that failed. */
export function sentenceOf({ status, code, detail }: Problem): string {
  const known = t.problems[code ?? ""];
  if (known !== undefined) {
    return known;
  }
  return status === 0 || status >= 500 || detail === null ? t.signIn.unreachable : detail;
}
