import { css } from "lit";

/** What somebody wrote. */
export const content = css`
  /* Marks that somebody stacks on a letter stay within their message. */
  .text {
    overflow: hidden;
    overflow: clip;
    overflow-clip-margin: 0.1875rem;
    text-align: match-parent;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .text a {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 45%, transparent);
    text-underline-offset: 0.15em;
  }

  .text a:hover {
    text-decoration-color: currentcolor;
  }

  code {
    unicode-bidi: isolate;
    padding: 0.0625rem 0.25rem;
    border-radius: 0.25rem;
    background: var(--background-hover);
    font-family: var(--font-code);
    font-size: 0.875em;
  }

  pre {
    max-height: 28rem;
    margin: 0.25rem 0;
    padding: 0.5rem 0.75rem;
    overflow: auto;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background-aside);
    line-height: 1.45;
    white-space: pre;
    overflow-wrap: normal;
    scrollbar-width: thin;
  }

  pre code {
    padding: 0;
    background: none;
  }

  p,
  blockquote,
  ul,
  ol {
    margin: 0;
  }

  :is(p, blockquote, ul, ol, .wide, pre) + :is(p, blockquote, ul, ol) {
    margin-block-start: 0.375rem;
  }

  blockquote {
    padding-inline-start: 0.75rem;
    border-inline-start: 0.1875rem solid var(--border);
    color: var(--text-soft);
  }

  .text :is(ul, ol) {
    padding-inline-start: 1.75rem;
    list-style: disc;
  }

  .text ol {
    list-style: decimal;
  }

  li::marker {
    color: var(--text-soft);
  }

  .wide {
    margin-block: 0.375rem;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  table {
    border-collapse: collapse;
    font-size: 0.9375em;
    overflow-wrap: normal;
  }

  th,
  td {
    padding: 0.1875rem 0.625rem;
    border: 1px solid var(--border);
    text-align: start;
  }

  th {
    background: var(--background-aside);
  }

  .center {
    text-align: center;
  }

  .right {
    text-align: right;
  }

  .emoji {
    font-size: 1.875rem;
    line-height: 1.25;
  }
`;
