import { css } from "lit";

/** What every component starts from; page styles don't reach into a shadow root. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  button:disabled {
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Buttons: `.primary` for the one action of a place, `.plain` for the rest, `.icon` without words. */
export const buttons = css`
  .primary,
  .plain,
  .icon {
    border: 0;
    border-radius: var(--radius);
    transition: background-color 120ms;
  }

  .primary {
    padding: 0.625rem 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }

  .primary:disabled {
    background: var(--background-hover);
    color: var(--text-faint);
  }

  .plain {
    padding: 0.125rem 0.375rem;
    background: none;
    color: var(--accent);
    font-weight: 600;
  }

  .plain:hover {
    text-decoration: underline;
  }

  .icon {
    display: grid;
    flex: none;
    place-items: center;
    width: 2.5rem;
    height: 2.5rem;
    padding: 0;
    background: none;
    color: var(--text-soft);
  }

  @media (pointer: coarse) {
    .icon {
      width: 2.75rem;
      height: 2.75rem;
    }

    .plain {
      min-height: 2.75rem;
    }
  }

  .directed:dir(rtl) {
    transform: scaleX(-1);
  }

  .icon:hover:not(:disabled) {
    background: var(--background-hover);
    color: var(--text);
  }

  .icon svg {
    width: 1.25rem;
    height: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
