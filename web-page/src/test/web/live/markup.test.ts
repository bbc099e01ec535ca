import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, type Block, type Inline } from "../../../main/resources/web/app/live/markup.ts";

/** As text: `strong(a link<https://…>(b))`. */
function shapeOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return inline.text;
        case "code":
          return `code(${inline.text})`;
        case "link":
          return textOf(inline.inlines) === inline.href ? `link(${inline.href})` : `link<${inline.href}>(${shapeOf(inline.inlines)})`;
        default:
          return `${inline.kind}(${shapeOf(inline.inlines)})`;
      }
    })
    .join("");
}

function shapes(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case "paragraph":
        return shapeOf(block.inlines);
      case "code":
        return `block ${block.language}(${block.text})`;
      case "quote":
        return `quote(${shapes(block.blocks).join(" | ")})`;
      case "list":
        return `list ${block.first}(${block.items.map((item) => shapes(item).join(" ")).join(" | ")})`;
      case "table":
        return `table(${[block.head, ...block.rows].map((row) => row.map((cell) => shapeOf(cell.inlines)).join(" & ")).join(" | ")})`;
    }
  });
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === "text" || inline.kind === "code" ? inline.text : textOf(inline.inlines))).join("");
}

/** All that a reader sees. */
function visible(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case "paragraph":
          return textOf(block.inlines);
        case "code":
          return `${block.language}${block.text}`;
        case "quote":
          return visible(block.blocks);
        case "list":
          return block.items.map(visible).join("");
        case "table":
          return [block.head, ...block.rows].flatMap((row) => row.map((cell) => textOf(cell.inlines))).join("");
      }
    })
    .join("");
}

function links(blocks: readonly Block[]): string[] {
  const of = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((inline) => (inline.kind === "link" ? [inline.href] : "inlines" in inline ? of(inline.inlines) : []));
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return of(block.inlines);
      case "code":
        return [];
      case "quote":
        return links(block.blocks);
      case "list":
        return block.items.flatMap(links);
      case "table":
        return [block.head, ...block.rows].flatMap((row) => row.flatMap((cell) => of(cell.inlines)));
    }
  });
}

const shape = (content: string) => shapes(blocksOf(content));

test("what has no markup is one paragraph, its line breaks, spaces and tags included", () => {
  for (const text of ["one\n<b>two</b>", "a\n\n\n\nb\n    indented", "3 > 2 & 1 < 2", "snake_case_name", "<!-- c -->", "&lt;", "# head\ntext\n---\nmore", "***", ":-) * ok", "+1", "`four", "C:\\dir"]) {
    deepEqual(shape(text), [text]);
  }
  deepEqual(shape(""), []);
});

test("emphasis, strong, strikethrough and code", () => {
  deepEqual(shape("a *b* **c *d* e** ~~f~~ _g_"), ["a emphasis(b) strong(c emphasis(d) e) deleted(f) emphasis(g)"]);
  deepEqual(shape("use ``a`b`` or `c * d * e`"), ["use code(a`b) or code(c * d * e)"]);
  deepEqual(shape("2\\*3\\*4"), ["2*3*4"]);
});

test("paragraphs, quotes, lists and tables", () => {
  deepEqual(shape("a *b*\n\nc"), ["a emphasis(b)", "c"]);
  deepEqual(shape("> a\n> - b\n\nc"), ["quote(a | list null(b))", "c"]);
  deepEqual(shape("- a\n- b\n  1. c\n  2. d"), ["list null(a | b list 1(c | d))"]);
  deepEqual(shape("2024. was a year"), ["list 2024(was a year)"]);
  deepEqual(shape("- [ ] buy\n- [x] pay"), ["list null(☐ buy | ☑ pay)"]);
  deepEqual(shape("| a | b |\n|---|:-:|\n| 1 | **2** |"), ["table(a & b | 1 & strong(2))"]);
});

test("code between fences has no markup in it, and an open fence ends with its message", () => {
  deepEqual(shape("look:\n```java\nint *a*;\n\n  b();\n```\ndone"), ["look:", "block java(int *a*;\n\n  b();)", "done"]);
  deepEqual(shape("```\nhttps://a.example"), ["block (https://a.example)"]);
  deepEqual(shape("> ```\n> a\n> ```\nb"), ["quote(block (a))", "b"]);
  deepEqual(shape("```one line```"), ["code(one line)"]);
  deepEqual(shape("```not a language\na\n```"), ["block (not a language\na)"]);
});

test("a table that would drop a cell is none", () => {
  deepEqual(shape("| a |\n|---|\n| 1 | 2 |"), ["| a |\n|---|\n| 1 | 2 |"]);
});

test("what would show nothing stays as it was written", () => {
  for (const text of [">", "> >", "```\n```", "-", "[]()", "[x]: https://a.example"]) {
    ok(visible(blocksOf(text)).trim() !== "", text);
  }
});

test("links are found, and end before what belongs to the sentence", () => {
  deepEqual(shape("See https://a.example/x?y=1#z, or (http://b.example/c_(d))."), [
    "See link(https://a.example/x?y=1#z), or (link(http://b.example/c_(d))).",
  ]);
  deepEqual(shape("**https://a.example/_x_y_** and <https://b.example>"), ["strong(link(https://a.example/_x_y_)) and link(https://b.example)"]);
});

test("a link ends before the punctuation of any language, and keeps an apostrophe inside", () => {
  for (const before of ["看", "*a* "]) {
    const shown = before === "看" ? "看" : "emphasis(a) ";
    for (const end of ["。", "，", "」", "»", "、", "؟", "।", "”", "’", "'", "…", "——", "！次の文", "」と言った"]) {
      deepEqual(shape(`${before}https://a.example/x${end}`), [`${shown}link(https://a.example/x)${end}`]);
    }
    for (const link of ["HTTPS://A.example/X", "https://a.example/Schindler's_List", "https://a.example/東京/々", "https://a.example/a-", "https://a.example/?q={x}"]) {
      deepEqual(shape(`${before} ${link}, please`), [`${shown} link(${link}), please`]);
    }
    deepEqual(shape(`${before}{https://a.example}`), [`${shown}{link(https://a.example)}`]);
  }
});

test("no link has a character that hides or turns what it opens", () => {
  for (const point of [0x00ad, 0x061c, 0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0x0007]) {
    const trick = String.fromCodePoint(point);
    deepEqual(shape(`https://a.example/${trick}gpj.exe`), [`link(https://a.example/)${trick}gpj.exe`]);
    deepEqual(links(blocksOf(`[a](https://a.example/${trick}gpj.exe)`)), ["https://a.example/"]);
  }
});

test("a link may have a name, unless the name is another address", () => {
  deepEqual(shape("see [the plan](https://a.example/c_(d)), or ![it](https://b.example/x.png)"), [
    "see link<https://a.example/c_(d)>(the plan), or link<https://b.example/x.png>(it)",
  ]);
  const misleading = "[https://good.example](https://evil.example)";
  ok(!shape(misleading).join("").includes("<https://evil.example>"), shape(misleading).join(""));
});

test("only http and https are links", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://", "xhttps://a.example", "www.a.example", "a@b.example"]) {
    deepEqual(shape(text), [text]);
    deepEqual(links(blocksOf(`*a* [b](${text}) <${text}> ${text}`)), []);
  }
});

test("nothing is lost, whatever is written", () => {
  const alphabet = ["`", "```", "\n", "\n\n", "https://a.b", "(", ")", "[", "](https://c.d)", "*", "**", "_", "~~", "|", "\n|---|\n", "> ", "- ", "  ", "a", "é", "<b>", "&amp;", "\\"];
  for (let round = 0; round < 3_000; round++) {
    const content = Array.from({ length: 30 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join("");
    const blocks = blocksOf(content);
    const shown = visible(blocks) + links(blocks).join("");
    for (const letter of ["a", "é"]) {
      const written = content.split(letter).length;
      ok(shown.split(letter).length >= written, `${JSON.stringify(content)} became ${JSON.stringify(shapes(blocks))}`);
    }
  }
});

test("no text is slow", () => {
  const parts = ["`", "`a", "```\n", "https://", "(", "😀x", "https://a.b/.,", "https://a.b/))", "HTTP", ">", "> ", "*", "_a", "~a", "[", "[a](", "![", "*a ", "**a*b", "|", "- ", "- a\n", "1. a\n", "<", "<a", "\\", "\n", " "];
  const texts = [...parts, ...parts.map((part) => part.repeat(Math.floor(240 / part.length)))].map((part) => part.repeat(Math.floor(4_000 / part.length)));
  texts.push(`|a|\n|-|\n${"|x".repeat(1_900)}`, Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n"));
  const started = Date.now();
  texts.forEach((text) => blocksOf(text));
  const took = Date.now() - started;
  ok(took < 4_000, `${took} ms`);
  equal(blocksOf(">".repeat(4_000)).length, 1);
});
