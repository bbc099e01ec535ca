import { css } from "lit";

export const styles = css`
  form {
    width: 100%;
    max-width: var(--column);
    margin: 0 auto;
    padding: 0 var(--gutter) max(0.875rem, env(safe-area-inset-bottom));
  }

  .tray {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline: 0.875rem 0.25rem;
    color: var(--text-soft);
    font-size: var(--size-small);
    font-weight: 600;
  }

  .tray .icon {
    width: 2rem;
    height: 2rem;
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 0.25rem;
    padding-block: 0.25rem;
    padding-inline: 0.875rem 0.25rem;
    border: 1px solid var(--field);
    border-radius: var(--radius-large);
    background: var(--background);
    transition: border-color 120ms;
  }

  .box:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }

  .preview {
    max-height: 30vh;
    margin-block-end: 0.375rem;
    padding: 0.5rem 0.875rem;
    overflow: auto;
    border: 1px dashed var(--border);
    border-radius: var(--radius-large);
    scrollbar-width: thin;
  }

  [aria-pressed="true"] {
    background: var(--background-hover);
    color: var(--accent);
  }

  textarea {
    flex: 1;
    min-width: 0;
    max-height: 40vh;
    padding: 0.5rem 0;
    border: 0;
    background: none;
    font-size: 1rem;
    line-height: 1.5;
    resize: none;
    field-sizing: content;
  }

  /* The box around it shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    overflow: hidden;
    color: var(--text-faint);
    opacity: 1;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .send:not(:disabled) {
    background: var(--accent);
    color: var(--on-accent);
  }

  .send:hover:not(:disabled) {
    background: var(--accent-strong);
    color: var(--on-accent);
  }

  .icon {
    border-radius: 0.625rem;
  }

  #limit {
    padding-top: 0.25rem;
    color: var(--text-faint);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  p:empty {
    padding: 0;
  }

  .over {
    color: var(--danger);
    font-weight: 600;
  }
`;
