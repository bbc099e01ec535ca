import { css } from "lit";

export const styles = css`
  :host {
    position: relative;
    display: block;
  }

  .box {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .box:focus-visible {
    outline-offset: -2px;
  }

  .column {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    max-width: var(--column);
    min-height: 100%;
    margin: 0 auto;
    padding: 1rem var(--gutter) 0.5rem;
  }

  .top {
    overflow: hidden;
    overflow: clip;
    padding: 0.75rem 0;
    color: var(--text-faint);
    font-size: var(--size-small);
    text-align: center;
    text-wrap: balance;
  }

  /* Takes no room: at the very top there would be nothing to make up for it when it goes. */
  .loading {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    animation: appear 200ms 400ms both;
  }

  .soon {
    animation: appear 200ms 400ms both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .missed {
    position: absolute;
    top: 0.5rem;
    inset-inline: 0;
    display: flex;
    overflow: hidden;
    width: fit-content;
    max-width: calc(100% - 1rem);
    margin: 0 auto;
    border: 1px solid var(--accent);
    border-radius: 2rem;
    background: var(--accent);
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.12);
    color: var(--on-accent);
  }

  .missed button {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2rem;
    padding: 0.25rem 0.625rem;
    border: 0;
    background: none;
    font-size: var(--size-small);
    font-weight: 600;
    text-align: start;
  }

  .missed button:hover {
    background: var(--accent-strong);
  }

  .missed button:focus-visible {
    outline-color: var(--on-accent);
    outline-offset: -4px;
  }

  .missed .jump {
    padding-inline-start: 0.75rem;
  }

  @media (pointer: coarse) {
    .latest,
    .missed button {
      min-height: 2.75rem;
    }
  }

  .latest {
    position: absolute;
    bottom: 0.5rem;
    left: 50%;
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding-block: 0.375rem;
    padding-inline: 0.625rem 0.875rem;
    border: 1px solid var(--border);
    border-radius: 2rem;
    background: var(--background);
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.12);
    color: var(--accent);
    font-size: var(--size-small);
    font-weight: 600;
    transform: translateX(-50%);
  }

  .latest:hover {
    background: var(--accent-soft);
  }

  .latest svg,
  .missed svg {
    flex: none;
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
