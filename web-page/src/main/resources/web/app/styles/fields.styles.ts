import { css } from "lit";

/** A label, its field, and below it a hint or a problem. */
export const fields = css`
  label {
    display: block;
    margin-bottom: 0.25rem;
    font-weight: 600;
  }

  input {
    width: 100%;
    padding: 0.5625rem 0.75rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    background: var(--background);
    font-size: 1rem;
  }

  input:focus-visible {
    border-color: var(--accent);
    outline-offset: 0;
  }

  input[aria-invalid="true"] {
    border-color: var(--danger);
  }

  .hint,
  .problem {
    min-height: 1.5rem;
    margin: 0.1875rem 0 0.5rem;
    color: var(--text-faint);
    font-size: var(--size-small);
  }

  .problem {
    color: var(--danger);
  }

  /* Of the whole form: takes no room while there is none. */
  .problem:empty {
    display: none;
  }
`;
