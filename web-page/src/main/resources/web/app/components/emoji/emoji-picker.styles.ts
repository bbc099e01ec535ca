import { css } from "lit";

export const styles = css`
  :host {
    display: contents;
  }

  [popover] {
    position: fixed;
    inset: auto;
    width: min(22rem, calc(100vw - 0.5rem));
    margin: 0;
    padding: 0.5rem;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.2);
    color: var(--text);
  }

  input {
    width: 100%;
    padding: 0.4375rem 0.625rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    background: var(--background);
    font-size: 1rem;
  }

  #all {
    height: min(18rem, 45vh);
    margin-top: 0.5rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  h3 {
    padding: 0.375rem 0.25rem 0.125rem;
    color: var(--text-faint);
    font-size: 0.75rem;
    font-weight: 600;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(8, 1fr);
  }

  [role="group"] {
    content-visibility: auto;
    contain-intrinsic-size: auto 20rem;
  }

  [role="option"] {
    display: grid;
    aspect-ratio: 1;
    border-radius: var(--radius);
    font-size: 1.375rem;
    line-height: 1;
    cursor: pointer;
    place-items: center;
  }

  [role="option"]:hover {
    background: var(--background-hover);
  }

  [aria-selected="true"] {
    background: var(--accent-soft);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .about {
    color: var(--text-faint);
    font-size: var(--size-small);
    text-align: center;
  }
`;
