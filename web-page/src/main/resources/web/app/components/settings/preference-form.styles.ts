import { css } from "lit";

export const styles = css`
  fieldset {
    margin: 0 0 1rem;
    padding: 0;
    border: 0;
  }

  legend,
  .choice > span {
    display: block;
    margin-bottom: 0.375rem;
    padding: 0;
    font-weight: 600;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .choices span {
    display: block;
    padding: 0.4375rem 0.875rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    cursor: pointer;
  }

  .choices input {
    position: absolute;
    opacity: 0;
  }

  .choices input:checked + span {
    border-color: var(--accent);
    background: var(--accent-soft);
    font-weight: 600;
  }

  .choices input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  select {
    min-width: 12rem;
    padding: 0.4375rem 0.625rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    background: var(--background);
    color: inherit;
    font: inherit;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.5rem;
    cursor: pointer;
  }

  .check input {
    position: relative;
    flex: none;
    width: 2.5rem;
    height: 1.5rem;
    margin: 0;
    border: 1px solid var(--text-faint);
    border-radius: 1rem;
    background: var(--background-hover);
    appearance: none;
    cursor: pointer;
    transition: background-color 120ms;
  }

  .check input::before {
    position: absolute;
    top: 0.1875rem;
    inset-inline-start: 0.1875rem;
    width: 1rem;
    height: 1rem;
    border-radius: 50%;
    background: var(--text-faint);
    content: "";
    transition: inset-inline-start 120ms;
  }

  .check input:checked {
    border-color: var(--accent);
    background: var(--accent);
  }

  .check input:checked::before {
    inset-inline-start: 1.1875rem;
    background: var(--on-accent);
  }
`;
