import { en, type Texts } from "./en.ts";

/** The texts in the reader's language. */
export const t: Texts = en;
