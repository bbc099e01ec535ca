import { css } from "lit";

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-inline-end: 1px solid var(--border);
    background: var(--background-aside);
  }

  .head,
  .foot {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.625rem;
    min-height: 3.75rem;
    padding-block: 0;
    padding-inline: 1rem 0.75rem;
  }

  .head strong {
    flex: 1;
    font-size: 1.125rem;
    letter-spacing: -0.015em;
  }

  .foot {
    gap: 0.125rem;
    padding-inline-end: 0.5rem;
    border-top: 1px solid var(--border);
  }

  .foot .name {
    padding-inline: 0.5rem 0.25rem;
    font-weight: 600;
  }

  .lists {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding: 0 0.5rem 1rem;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  h2 {
    padding: 0.875rem 0.5rem 0.25rem;
    color: var(--text-faint);
    font-size: 0.75rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }

  .title {
    display: flex;
    align-items: end;
    justify-content: space-between;
  }

  .title .icon {
    width: 1.75rem;
    height: 1.75rem;
  }

  .find {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    width: 100%;
    margin-top: 0.5rem;
    padding: 0.4375rem 0.625rem;
    border: 1px solid var(--field);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--text-faint);
    font-size: var(--size-small);
    text-align: start;
  }

  .find:hover {
    border-color: var(--text);
    color: var(--text);
  }

  .find span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .find svg {
    flex: none;
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  kbd {
    font: inherit;
    font-size: 0.75rem;
  }

  .more {
    width: 100%;
    padding: 0.375rem 0.5rem;
    font-size: var(--size-small);
    font-weight: 400;
    text-align: start;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    width: 100%;
    min-height: 2.5rem;
    padding: 0.25rem 0.5rem;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--text-soft);
    text-align: start;
  }

  .row:hover {
    background: var(--background-hover);
    color: var(--text);
  }

  .row[aria-current] {
    background: var(--accent-soft);
    color: var(--text);
    font-weight: 600;
  }

  .row.unread {
    color: var(--text);
    font-weight: 600;
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The row's label says it in words. */
  .badge::before {
    content: attr(data-count) / "";
  }

  /* So is this one's. */
  .failed::before {
    content: attr(data-sign) / "";
  }

  .failed {
    width: 1.375rem;
    border-radius: 50%;
    background: var(--danger);
    color: var(--background);
    font-size: 0.75rem;
    font-weight: 700;
    line-height: 1.375rem;
    text-align: center;
  }

  .badge {
    min-width: 1.375rem;
    padding: 0.0625rem 0.4375rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.75rem;
    font-weight: 600;
    text-align: center;
  }

  .badge.some {
    min-width: 0.625rem;
    width: 0.625rem;
    height: 0.625rem;
    padding: 0;
  }

  .loading {
    padding-top: 0.875rem;
    animation: appear 1ms 400ms both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @media (pointer: coarse) {
    .row,
    .find,
    .more {
      min-height: 2.75rem;
    }

    .title .icon {
      width: 2.75rem;
      height: 2.75rem;
    }
  }

  .empty {
    padding: 0.25rem 0.5rem;
    color: var(--text-faint);
    font-size: var(--size-small);
  }
`;
