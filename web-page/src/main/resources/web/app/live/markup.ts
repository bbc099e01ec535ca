import { Lexer, Tokenizer, type Token, type Tokens } from "marked";

/** What a line of a message is made of. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly inlines: readonly Inline[] }
  | { readonly kind: "strong" | "emphasis" | "deleted"; readonly inlines: readonly Inline[] };

/** What a message is made of. */
export type Block =
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  /** `first` is the number of its first item; null where it has bullets. */
  | { readonly kind: "list"; readonly first: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "table"; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

/** Of a table. */
export interface Cell {
  readonly align: "left" | "center" | "right" | null;
  readonly inlines: readonly Inline[];
}

/** Deeper quotes and lists stay as they were written. */
const DEEPEST = 8;

/** With more of these signs in one message the parser gets slow: nothing but links is looked for then. */
const MOST_SIGNS = 250;

/** Without any of these there is nothing but text and links. */
const SIGNS = /[*_~`[\]>|\\<]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/m;
const EACH_SIGN = /[*_~[\]<]/g;

/**
 * A link ends at what no address has in it: spaces, quotes, the punctuation of sentences without
 * spaces (`。`, `，`, `」`, `»`), controls, and characters that show nothing or turn the direction of the
 * text, which would make it look like another address.
 */
const NOT_IN_A_LINK =
  "\\s<>\"`\\u0000-\\u001f\\u007f-\\u009f\\u00ab\\u00ad\\u00bb\\u061c\\u180e\\u200b\\u200e\\u200f" +
  "\\u201c-\\u201f\\u2026\\u2028-\\u202e\\u2039\\u203a\\u2060-\\u206f\\u3000-\\u3003\\u3008-\\u3011\\u3014-\\u301f" +
  "\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65";

const LINK = `https?://[^${NOT_IN_A_LINK}]+`;
const LINKS = new RegExp(`\\b${LINK}`, "gi");
const LINK_HERE = new RegExp(`^${LINK}`, "i");
const BRACKETED_LINK = new RegExp(`^<(${LINK})>`, "i");

/** `[text](address)`; brackets in the text and spaces in the address end it. */
const NAMED_LINK = new RegExp(`^!?\\[((?:\\\\.|[^\\\\[\\]])+)\\]\\((${LINK})`, "i");

/** Up to what may be something else than text. */
const TEXT_HERE = /^(?:`+|[^`])(?:(?=[\\<!\[`*~_])|[^\\<!\[`*~_]*?(?=[\\<!\[`*~_]|\bhttps?:\/\/|$))/i;

/** What emphasis does not look into: links, code and what stands in angle brackets. */
const SKIPPED = /\[[^[\]]*\]\([^()\s]*\)|`[^`]*`|<[^<>]*>/g;

/** What may be the last character of an address though it is punctuation; brackets are looked at apart. */
const END_OF_SENTENCE = /(?![-/_#&%@*)\]}])\p{P}/u;

const OPENED_BY: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Whether something in it may look different from how it was written. */
export function hasMarkup(content: string): boolean {
  return SIGNS.test(content) && blocksOf(content).some((block) => block.kind !== "paragraph" || block.inlines.some(({ kind }) => kind !== "text"));
}

/**
 * CommonMark's paragraphs, emphasis, code, quotes, lists and links, with the strikethrough and the tables of
 * GitHub. HTML, headings, rules, pictures and references have no meaning here: they stay as they were written.
 */
export function blocksOf(content: string): Block[] {
  if (!SIGNS.test(content) || (content.match(EACH_SIGN)?.length ?? 0) > MOST_SIGNS) {
    return asWritten(content);
  }
  try {
    return blocks(lexer().lex(content), 0);
  } catch {
    // What is nested thousands deep.
    return asWritten(content);
  }
}

function asWritten(content: string): Block[] {
  return content === "" ? [] : [{ kind: "paragraph", inlines: withLinks(content) }];
}

/** The parser of GitHub's Markdown without what has no meaning here. */
class MessageTokenizer extends Tokenizer {
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override heading(): undefined {}
  override lheading(): undefined {}
  override hr(): undefined {}
  override reflink(): undefined {}

  /** Not what is indented: people indent for other reasons. */
  override code(): undefined {}

  override link(source: string): Tokens.Link | undefined {
    const [begin, text, found] = NAMED_LINK.exec(source) ?? [];
    const href = linkIn(found ?? "");
    if (begin === undefined || text === undefined || found === undefined || href === null || isMisleading(text, href)) {
      return undefined;
    }
    const raw = begin.slice(0, begin.length - found.length + href.length + 1);
    return source.startsWith(raw) && source[raw.length - 1] === ")" ? this.#to(href, raw, text) : undefined;
  }

  override autolink(source: string): Tokens.Link | undefined {
    const [raw, found] = BRACKETED_LINK.exec(source) ?? [];
    return raw === undefined || found === undefined || linkIn(found) !== found ? undefined : this.#to(found, raw, found);
  }

  override url(source: string): Tokens.Link | undefined {
    const href = linkIn(LINK_HERE.exec(source)?.[0] ?? "");
    return href === null ? undefined : this.#to(href, href, href);
  }

  override inlineText(source: string): Tokens.Text | undefined {
    const [text] = TEXT_HERE.exec(source) ?? [];
    return text === undefined ? undefined : { type: "text", raw: text, text, escaped: false };
  }

  #to(href: string, raw: string, text: string): Tokens.Link {
    return { type: "link", raw, href, text, tokens: [{ type: "text", raw: text, text, escaped: false }] };
  }
}

/** A new one for each text: it keeps what it has found. */
function lexer(): Lexer {
  const tokenizer = new MessageTokenizer();
  const made = new Lexer({ gfm: true, tokenizer });
  const { inline } = tokenizer.rules;
  tokenizer.rules = { ...tokenizer.rules, inline: { ...inline, blockSkip: SKIPPED } };
  return made;
}

/** Whether a link is written as if it led elsewhere. */
function isMisleading(text: string, href: string): boolean {
  return /^\s*(?:https?:|www\.)/i.test(text) && text.trim() !== href;
}

function blocks(tokens: readonly Token[], depth: number): Block[] {
  return tokens.flatMap((token) => block(token, depth));
}

function block(token: Token, depth: number): Block[] {
  if (token.type === "space") {
    return [];
  }
  const made = depth < DEEPEST ? special(token, depth) : null;
  if (made !== null) {
    return [made];
  }
  const isPlain = token.type === "paragraph" || token.type === "text";
  const inlined = isPlain && depth < DEEPEST ? token.tokens : undefined;
  return [{ kind: "paragraph", inlines: inlined === undefined ? withLinks(token.raw.trimEnd()) : inlines(inlined, 0) }];
}

/** Null for a paragraph, and for what would show nothing. */
function special(token: Token, depth: number): Block | null {
  switch (token.type) {
    case "code":
      return code(token as Tokens.Code);
    case "blockquote": {
      const quoted = blocks(token.tokens ?? [], depth + 1);
      return quoted.length === 0 ? null : { kind: "quote", blocks: quoted };
    }
    case "list":
      return list(token as Tokens.List, depth);
    case "table":
      return isComplete(token as Tokens.Table) ? table(token as Tokens.Table) : null;
    default:
      return null;
  }
}

/** One word behind the fence is its language; more than that is the first line of what somebody pasted. */
function code({ text, lang }: Tokens.Code): Block | null {
  const info = (lang ?? "").trim();
  if (/^[\w+#.-]*$/.test(info)) {
    return text === "" ? null : { kind: "code", text, language: info };
  }
  return { kind: "code", text: `${info}\n${text}`, language: "" };
}

/** The parser drops cells that have no header. */
function isComplete({ raw, header }: Tokens.Table): boolean {
  const isShort = (line: string) => line.replace(/\\./g, "x").trim().replace(/^\||\|$/g, "").split("|").length <= header.length;
  return raw.trim().split("\n").every(isShort);
}

function list(token: Tokens.List, depth: number): Block {
  return {
    kind: "list",
    first: token.ordered && token.start !== "" ? token.start : null,
    items: token.items.map((item) => {
      const content = blocks(item.tokens, depth + 1);
      return item.task ? marked(content, item.checked === true) : content;
    }),
  };
}

/** An item of a list of tasks, with its box. */
function marked(content: readonly Block[], isDone: boolean): Block[] {
  const box = isDone ? "☑ " : "☐ ";
  const [first, ...others] = content;
  return first?.kind === "paragraph"
    ? [{ kind: "paragraph", inlines: [...plain(box), ...first.inlines] }, ...others]
    : [{ kind: "paragraph", inlines: plain(box) }, ...content];
}

function table(token: Tokens.Table): Block {
  const cell = ({ align, tokens }: Tokens.TableCell): Cell => ({ align, inlines: inlines(tokens, 0) });
  return { kind: "table", head: token.header.map(cell), rows: token.rows.map((row) => row.map(cell)) };
}

function inlines(tokens: readonly Token[], depth: number): Inline[] {
  return tokens.flatMap((token) => inline(token, depth));
}

function inline(token: Token, depth: number): Inline[] {
  if (depth < DEEPEST) {
    switch (token.type) {
      case "strong":
        return [{ kind: "strong", inlines: inlines(token.tokens ?? [], depth + 1) }];
      case "em":
        return [{ kind: "emphasis", inlines: inlines(token.tokens ?? [], depth + 1) }];
      case "del":
        return [{ kind: "deleted", inlines: inlines(token.tokens ?? [], depth + 1) }];
      case "link":
        return [{ kind: "link", href: token.href, inlines: [{ kind: "text", text: token.text }] }];
      case "codespan":
        return [{ kind: "code", text: token.text }];
      case "escape":
        return [{ kind: "text", text: token.text }];
      case "br":
        return [{ kind: "text", text: "\n" }];
    }
  }
  return withLinks(token.raw);
}

/** Text as it was written, with its links. */
function withLinks(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(LINKS)) {
    const href = linkIn(match[0]);
    if (href !== null) {
      found.push(...plain(text.slice(from, match.index)), { kind: "link", href, inlines: plain(href) });
      from = match.index + href.length;
    }
  }
  return [...found, ...plain(text.slice(from))];
}

function plain(text: string): Inline[] {
  return text === "" ? [] : [{ kind: "text", text }];
}

/** The end of a sentence is no part of a link, and a bracket only if the link opened it. */
function linkIn(found: string): string | null {
  let text = found;
  while (endsOutside(text)) {
    text = text.slice(0, -1);
  }
  return /^https?:\/\/[^/?#]/i.test(text) ? text : null;
}

function endsOutside(text: string): boolean {
  const last = text.at(-1) ?? "";
  const open = OPENED_BY[last];
  return open === undefined ? END_OF_SENTENCE.test(last) : text.split(last).length > text.split(open).length;
}
