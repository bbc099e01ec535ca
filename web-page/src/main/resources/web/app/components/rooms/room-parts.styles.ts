import { css } from "lit";

/** What the windows about rooms have in common: rows, choices and their buttons. */
export const parts = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
    min-height: 2.75rem;
    padding: 0.25rem 0;
    border-bottom: 1px solid var(--border);
  }

  .row .name {
    flex: 1 1 10rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .row small,
  .about {
    display: block;
    color: var(--text-faint);
    font-size: var(--size-small);
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  user-avatar {
    width: 1.75rem;
    height: 1.75rem;
    font-size: 0.8125rem;
  }

  fieldset {
    margin: 0 0 1rem;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: 600;
  }

  fieldset label {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    margin: 0.25rem 0 0;
    font-weight: 400;
  }

  fieldset input {
    width: auto;
    margin: 0;
    accent-color: var(--accent);
  }

  select {
    min-height: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    background: var(--background);
    color: inherit;
    font: inherit;
    font-size: var(--size-small);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
    margin-top: 1rem;
  }

  .actions .plain,
  .row .plain {
    min-height: 2.25rem;
    padding: 0.25rem 0.625rem;
  }

  .danger {
    color: var(--danger);
  }

  .problem {
    color: var(--danger);
    font-size: var(--size-small);
  }

  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin: 0.5rem 0;
  }

  .chip {
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    background: var(--accent-soft);
    font-size: var(--size-small);
  }

  section + section,
  h3 {
    margin-top: 1.25rem;
  }

  h3 {
    font-size: var(--size);
  }
`;
