import { css } from "lit";

export const styles = css`
  li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.625rem 0;
    border-bottom: 1px solid var(--border);
  }

  li > div {
    min-width: 0;
  }

  li p {
    color: var(--text-faint);
    font-size: var(--size-small);
  }

  li p span {
    display: inline-block;
  }

  .current {
    display: inline-block;
    margin-inline-start: 0.375rem;
    padding: 0.0625rem 0.5rem;
    border-radius: 1rem;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: 0.75rem;
    font-weight: 600;
  }

  li .plain {
    flex: none;
  }

  section > .plain {
    margin-top: 0.75rem;
    padding-inline: 0;
  }
`;
