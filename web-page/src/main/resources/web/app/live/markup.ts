/** A piece of a message as it is shown. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "block"; readonly text: string };

const FENCED = /```[^\S\n]*(?:[a-zA-Z][\w+#-]*)?[^\S\n]*\n([\s\S]*?)\n?```|```([^`\n]+)```/g;

/**
 * A link ends at what no address has in it: spaces, quotes, the punctuation of sentences without
 * spaces (`。`, `，`, `」`, `»`), controls, and characters that show nothing or turn the direction of the
 * text, which would make it look like another address.
 */
const NOT_IN_A_LINK =
  "\\s<>\"`\\u0000-\\u001f\\u007f-\\u009f\\u00ab\\u00ad\\u00bb\\u061c\\u180e\\u200b\\u200e\\u200f" +
  "\\u201c-\\u201f\\u2026\\u2028-\\u202e\\u2039\\u203a\\u2060-\\u206f\\u3000-\\u3003\\u3008-\\u3011\\u3014-\\u301f" +
  "\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65";

const INLINE = new RegExp(`\`([^\`\\n]+)\`|\\bhttps?://[^${NOT_IN_A_LINK}]+`, "gi");

/** What may be the last character of an address though it is punctuation; brackets are looked at apart. */
const END_OF_SENTENCE = /(?![-/_#&%@*)\]}])\p{P}/u;

const OPENED_BY: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * Code between fences or backticks, links with http or https, and text with its line breaks. Everything
 * else stays as it was written: no other markup has a meaning.
 */
export function piecesOf(content: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of content.matchAll(FENCED)) {
    pieces.push(...inlinePieces(content.slice(from, match.index).replace(/\n$/, "")));
    pieces.push({ kind: "block", text: match[1] ?? match[2] ?? "" });
    from = match.index + match[0].length;
  }
  const rest = content.slice(from);
  return [...pieces, ...inlinePieces(from === 0 ? rest : rest.replace(/^\n/, ""))];
}

function inlinePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const piece = match[1] === undefined ? linkIn(match[0]) : ({ kind: "code", text: match[1] } as const);
    if (piece !== null) {
      pieces.push(...plain(text.slice(from, match.index)), piece);
      from = match.index + (piece.kind === "code" ? match[0].length : piece.text.length);
    }
  }
  return [...pieces, ...plain(text.slice(from))];
}

function plain(text: string): Piece[] {
  return text === "" ? [] : [{ kind: "text", text }];
}

/** The end of a sentence is no part of a link, and a bracket only if the link opened it. */
function linkIn(found: string): Piece | null {
  let text = found;
  while (endsOutside(text)) {
    text = text.slice(0, -1);
  }
  return /^https?:\/\/[^/?#]/i.test(text) ? { kind: "link", text } : null;
}

function endsOutside(text: string): boolean {
  const last = text.at(-1) ?? "";
  const open = OPENED_BY[last];
  return open === undefined ? END_OF_SENTENCE.test(last) : text.split(last).length > text.split(open).length;
}
