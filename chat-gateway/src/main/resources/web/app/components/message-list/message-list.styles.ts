import { css } from "lit";

export const styles = css`
  :host {
    position: relative;
    display: block;
  }

  .box {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .box:focus-visible {
    outline-offset: -2px;
  }

  .column {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    max-width: var(--column);
    min-height: 100%;
    margin: 0 auto;
    padding: 1rem var(--gutter) 0.5rem;
  }

  .top {
    padding: 0.75rem 0;
    color: var(--text-faint);
    font-size: var(--size-small);
    text-align: center;
  }

  /* Takes no room: at the very top there would be nothing to make up for it when it goes. */
  .loading {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    animation: appear 200ms 400ms both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .day,
  .new {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin: 1.25rem 0 0.5rem;
    color: var(--text-faint);
    font-size: 0.75rem;
    font-weight: 600;
  }

  .day::before,
  .day::after,
  .new::before,
  .new::after {
    flex: 1;
    height: 1px;
    background: var(--border);
    content: "";
  }

  .new {
    margin: 0.75rem 0 0;
    color: var(--accent);
  }

  .new::before,
  .new::after {
    background: var(--accent);
    opacity: 0.5;
  }

  .group {
    position: relative;
    margin-top: 0.875rem;
    padding-inline-start: 3rem;
  }

  user-avatar {
    position: absolute;
    top: 0.1875rem;
    inset-inline-start: 0;
  }

  .sender {
    font-size: var(--size);
    font-weight: 650;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  time {
    color: var(--text-faint);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .sender time {
    margin-inline-start: 0.25rem;
  }

  article {
    position: relative;
    margin: 0 -0.5rem;
    padding: 0.0625rem 0.5rem;
    border-radius: 0.375rem;
  }

  @media (hover: hover) {
    article:hover {
      background: var(--background-aside);
    }
  }

  /* The first one's time stands beside the name, the others' on demand. */
  article time {
    position: absolute;
    top: 0.25rem;
    inset-inline-end: calc(100% + 0.125rem);
    font-size: 0.6875rem;
    opacity: 0;
    white-space: nowrap;
  }

  .sender + article time {
    display: none;
  }

  article:hover time {
    opacity: 1;
  }

  .text {
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

  .pending .text {
    color: var(--text-faint);
  }

  .about {
    color: var(--text-faint);
    font-size: 0.75rem;
  }

  /* Most are there in a moment: no flicker for them. */
  .pending .about {
    position: absolute;
    inset-inline-end: 0.5rem;
    bottom: 0.125rem;
    animation: appear 200ms 700ms both;
  }

  .failed .text {
    color: var(--danger);
  }

  .failed .about {
    color: var(--danger);
  }

  .latest {
    position: absolute;
    bottom: 0.5rem;
    left: 50%;
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding-block: 0.375rem;
    padding-inline: 0.625rem 0.875rem;
    border: 1px solid var(--border);
    border-radius: 2rem;
    background: var(--background);
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.12);
    color: var(--accent);
    font-size: var(--size-small);
    font-weight: 600;
    transform: translateX(-50%);
  }

  .latest:hover {
    background: var(--accent-soft);
  }

  .latest svg {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
