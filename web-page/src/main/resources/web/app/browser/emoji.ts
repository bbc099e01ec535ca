import type { NamedEmoji } from "../live/emoji-search.ts";
import { language } from "../texts/texts.ts";
import { get } from "./http.ts";

/** Offered before anybody looks for one. */
export const OFTEN: readonly string[] = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀"];

let loaded: Promise<readonly (readonly NamedEmoji[])[] | null> | null = null;

/** All emoji by group, named in the reader's language: loaded once they are wanted. Null where that failed. */
export function loadEmoji(): Promise<readonly (readonly NamedEmoji[])[] | null> {
  loaded ??= read();
  return loaded;
}

async function read(): Promise<readonly (readonly NamedEmoji[])[] | null> {
  const answer = await get<readonly (readonly NamedEmoji[])[]>(`/emoji/${language}.json`);
  if (!answer.ok) {
    loaded = null;
    return null;
  }
  return answer.value;
}
