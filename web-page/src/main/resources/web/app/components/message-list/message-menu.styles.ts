import { css } from "lit";

export const styles = css`
  :host {
    display: contents;
  }

  [popover] {
    position: fixed;
    inset: auto;
    min-width: 12rem;
    max-width: calc(100vw - 0.5rem);
    margin: 0;
    padding: 0.25rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    box-shadow: 0 0.25rem 1.5rem rgb(0 0 0 / 0.18);
    color: var(--text);
  }

  button {
    display: block;
    width: 100%;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-radius: 0.375rem;
    background: none;
    text-align: start;
  }

  button:hover,
  button:focus-visible {
    background: var(--accent-soft);
    outline-offset: -2px;
  }

  .danger {
    color: var(--danger);
  }

  @media (pointer: coarse) {
    button {
      min-height: 2.75rem;
    }
  }
`;
