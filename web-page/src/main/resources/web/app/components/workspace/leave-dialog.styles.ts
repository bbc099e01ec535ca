import { css } from "lit";

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(26rem, calc(100vw - 1.5rem));
    padding: 1.25rem;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.2);
    color: var(--text);
  }

  dialog::backdrop {
    background: var(--backdrop);
  }

  h2 {
    font-size: 1.125rem;
  }

  p {
    margin: 0.5rem 0 1.25rem;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
  }

  .plain {
    padding: 0.625rem 1rem;
  }
`;
