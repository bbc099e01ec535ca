import { css } from "lit";

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    background: var(--background);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .nobody {
    display: grid;
    flex: 1;
    gap: 1rem;
    place-content: center;
    padding: var(--gutter);
    color: var(--text-soft);
    justify-items: center;
    text-align: center;
  }

  .closed {
    padding: 0.875rem var(--gutter);
    border-top: 1px solid var(--border);
    color: var(--text-soft);
    font-size: var(--size-small);
    text-align: center;
  }

  message-list {
    flex: 1;
    min-height: 0;
  }
`;
