import { css } from "lit";

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(32rem, calc(100vw - 1.5rem));
    margin-top: min(12vh, 6rem);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.2);
    color: var(--text);
  }

  dialog::backdrop {
    background: var(--backdrop);
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.5rem;
    border-bottom: 1px solid var(--border);
  }

  input {
    flex: 1;
    min-width: 0;
    padding: 0.5rem 0.625rem;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-size: 1rem;
    text-overflow: ellipsis;
  }

  input:focus-visible {
    outline-offset: -2px;
  }

  input::placeholder {
    color: var(--text-faint);
    opacity: 1;
  }

  [role="listbox"] {
    max-height: min(26rem, 55vh);
    padding: 0.375rem;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  [role="listbox"]:empty {
    display: none;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.625rem;
    border-radius: var(--radius);
    cursor: pointer;
  }

  .row:hover {
    background: var(--background-hover);
  }

  .row[aria-selected="true"] {
    background: var(--accent-soft);
    font-weight: 600;
  }

  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .nothing {
    padding: 1.5rem;
    color: var(--text-faint);
    text-align: center;
  }
`;
