/** Characters as the server counts them: Unicode code points, so an emoji is one, or a few. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) {
    count++;
  }
  return count;
}

/** What Java calls white space, which leaves out the spaces that forbid a line break. */
const BLANK = /^(?:(?![\u00a0\u2007\u202f])[\t-\r\x1c-\x1f\p{Z}])*$/u;

/** The server refuses such a message. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** What is sent of a written text: all of it, except for line breaks at its end. */
export function contentOf(written: string): string {
  let end = written.length;
  while (written[end - 1] === "\n") {
    end--;
  }
  return written.slice(0, end);
}

const SPACES_AROUND = /^[\t-\r\x1c-\x1f\x85\p{Z}]+|[\t-\r\x1c-\x1f\x85\p{Z}]+$/gu;

/** A username as the server reads it. */
export function usernameOf(written: string): string {
  return written.normalize("NFKC").replace(SPACES_AROUND, "");
}

/** How long something may be, in characters. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Of a new account's name. */
export const USERNAME: Limits = { least: 3, most: 32 };

/** Of a new password: a server may ask for more, and then says so. */
export const PASSWORD: Limits = { least: 6, most: 128 };

export const MESSAGE: Limits = { least: 1, most: 4_000 };
