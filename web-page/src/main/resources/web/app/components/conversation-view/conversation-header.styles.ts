import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    flex: none;
  }

  header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 3.75rem;
    /* Over the column of the messages. */
    padding: 0 max(var(--gutter), calc((100% - var(--column)) / 2 + var(--gutter)));
    border-bottom: 1px solid var(--border);
  }

  .menu {
    position: relative;
    margin-inline-start: -0.5rem;
  }

  .badge {
    position: absolute;
    top: 0.4375rem;
    inset-inline-end: 0.4375rem;
    width: 0.625rem;
    height: 0.625rem;
    border: 2px solid var(--background);
    border-radius: 50%;
    background: var(--accent);
  }

  .title {
    flex: 1;
    min-width: 0;
  }

  .tools {
    display: flex;
    flex: none;
    margin-inline-end: -0.5rem;
  }

  h1 {
    overflow: hidden;
    font-size: var(--size-large);
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  p {
    overflow: hidden;
    color: var(--text-faint);
    font-size: var(--size-small);
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .dot {
    display: inline-block;
    margin-inline-end: 0.375rem;
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--online);
    forced-color-adjust: none;
  }
`;
