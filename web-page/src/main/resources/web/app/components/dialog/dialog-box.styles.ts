import { css } from "lit";

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(32rem, calc(100vw - 1.5rem));
    max-height: min(44rem, calc(100dvh - 1.5rem));
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.2);
    color: var(--text);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: var(--backdrop);
  }

  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.5rem;
    padding-inline: 1.25rem 0.5rem;
    border-bottom: 1px solid var(--border);
  }

  h2 {
    flex: 1;
    overflow: hidden;
    font-size: var(--size-large);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .content {
    padding: 1rem 1.25rem 1.25rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
`;
