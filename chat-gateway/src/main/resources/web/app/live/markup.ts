/** A piece of a message as it is shown. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "block"; readonly text: string };

const FENCED = /```[^\S\n]*(?:[a-zA-Z][\w+#-]*)?[^\S\n]*\n([\s\S]*?)\n?```|```([^`\n]+)```/g;
const INLINE = /`([^`\n]+)`|\bhttps?:\/\/[^\s<>"'`]+/g;
const SENTENCE_END = /[.,;:!?…]+$/;
const EMOJI =
  /^(?:(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\u{FE0F}|\p{Emoji_Modifier}|\u{200D}\p{Extended_Pictographic})*)\s*){1,5}$/u;

/**
 * Code between fences or backticks, links with http or https, and text with its line breaks. What is
 * not one of them stays as it was written: no markup means anything else.
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

/** A few of them and nothing else: they may be shown large. */
export function isOnlyEmoji(content: string): boolean {
  return content.length <= 80 && EMOJI.test(content);
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

/** What ends a sentence belongs to the sentence, and a bracket only where it was opened in the link. */
function linkIn(found: string): Piece | null {
  let text = found.replace(SENTENCE_END, "");
  while (/[)\]]$/.test(text) && closesMore(text)) {
    text = text.slice(0, -1).replace(SENTENCE_END, "");
  }
  return /^https?:\/\/[^/?#]/.test(text) ? { kind: "link", text } : null;
}

function closesMore(text: string): boolean {
  const [open, close] = text.endsWith(")") ? ["(", ")"] : ["[", "]"];
  return text.split(close).length > text.split(open).length;
}
