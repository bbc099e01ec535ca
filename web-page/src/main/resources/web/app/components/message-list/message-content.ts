import { html, type TemplateResult } from "lit";
import { isOnlyEmoji } from "../../live/emoji.ts";
import { piecesOf, type Piece } from "../../live/markup.ts";

/** What somebody wrote: text nodes in the elements that its pieces ask for, and nothing else. */
export function contentTemplate(content: string): TemplateResult {
  const kind = isOnlyEmoji(content) ? "text emoji" : "text";
  return html`<div class=${kind} dir="auto">${piecesOf(content).map(pieceTemplate)}</div>`;
}

function pieceTemplate(piece: Piece): string | TemplateResult {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "link":
      return html`<a href=${piece.text} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">${piece.text}</a>`;
    case "code":
      return html`<code dir="ltr">${piece.text}</code>`;
    case "block":
      return html`<pre dir="ltr" tabindex="0"><code>${piece.text}</code></pre>`;
  }
}
