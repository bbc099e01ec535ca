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

  .emoji {
    font-size: 1.875rem;
    line-height: 1.25;
  }
`;
