import { html, nothing, type TemplateResult } from "lit";
import { isOnlyEmoji } from "../../live/emoji.ts";
import { blocksOf, type Block, type Cell, type Inline } from "../../live/markup.ts";

/** What somebody wrote: text nodes in the elements that its markup asks for, and nothing else. */
export function contentTemplate(content: string): TemplateResult {
  const blocks = blocksOf(content);
  const [first] = blocks;
  if (blocks.length === 1 && first?.kind === "paragraph") {
    const kind = isOnlyEmoji(content) ? "text emoji" : "text";
    return html`<div class=${kind} dir="auto">${inlineTemplates(first.inlines)}</div>`;
  }
  return html`<div class="text">${blocks.map((block) => blockTemplate(block, "auto"))}</div>`;
}

type Direction = "auto" | typeof nothing;

/** What is inside of a block has its direction: with one of its own it would say nothing of the block's. */
function innerTemplate(block: Block): TemplateResult {
  return blockTemplate(block, nothing);
}

function blockTemplate(block: Block, direction: Direction): TemplateResult {
  switch (block.kind) {
    case "paragraph":
      return html`<p dir=${direction}>${inlineTemplates(block.inlines)}</p>`;
    case "code":
      return html`<pre dir="ltr" tabindex="0"><code>${block.text}</code></pre>`;
    case "quote":
      return html`<blockquote dir=${direction}>${block.blocks.map(innerTemplate)}</blockquote>`;
    case "list":
      return listTemplate(block.first, block.items, direction);
    case "table":
      return tableTemplate(block.head, block.rows, direction);
  }
}

function listTemplate(first: number | null, items: readonly (readonly Block[])[], direction: Direction): TemplateResult {
  const lines = items.map((blocks) => html`<li>${itemTemplate(blocks)}</li>`);
  return first === null ? html`<ul dir=${direction}>${lines}</ul>` : html`<ol dir=${direction} start=${first}>${lines}</ol>`;
}

/** An item of one line is no paragraph. */
function itemTemplate([first, ...others]: readonly Block[]): readonly unknown[] {
  const line = first?.kind === "paragraph" ? inlineTemplates(first.inlines) : first === undefined ? [] : [innerTemplate(first)];
  return [...line, ...others.map(innerTemplate)];
}

function tableTemplate(head: readonly Cell[], rows: readonly (readonly Cell[])[], direction: Direction): TemplateResult {
  const headers = head.map(({ align, inlines }) => html`<th class=${align ?? nothing}>${inlineTemplates(inlines)}</th>`);
  const lines = rows.map((row) => html`<tr>${row.map(cellTemplate)}</tr>`);
  return html`<div class="wide" dir=${direction} tabindex="0"><table><thead><tr>${headers}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

function cellTemplate({ align, inlines }: Cell): TemplateResult {
  return html`<td class=${align ?? nothing}>${inlineTemplates(inlines)}</td>`;
}

function inlineTemplates(inlines: readonly Inline[]): (string | TemplateResult)[] {
  return inlines.map(inlineTemplate);
}

function inlineTemplate(inline: Inline): string | TemplateResult {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return html`<code dir="ltr">${inline.text}</code>`;
    case "link":
      return linkTemplate(inline.href, inline.inlines);
    case "strong":
      return html`<strong>${inlineTemplates(inline.inlines)}</strong>`;
    case "emphasis":
      return html`<em>${inlineTemplates(inline.inlines)}</em>`;
    case "deleted":
      return html`<del>${inlineTemplates(inline.inlines)}</del>`;
  }
}

/** An address reads from left to right; a name for one reads as what is around it. */
function linkTemplate(href: string, inlines: readonly Inline[]): TemplateResult {
  const [name] = inlines;
  const isAddress = name?.kind === "text" && name.text === href;
  return html`<a href=${href} title=${isAddress ? nothing : href} target="_blank" rel="noopener noreferrer nofollow" dir=${isAddress ? "ltr" : nothing}>${inlineTemplates(inlines)}</a>`;
}
