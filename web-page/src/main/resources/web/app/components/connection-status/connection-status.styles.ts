import { css } from "lit";

export const styles = css`
  div {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    padding: 0.375rem var(--gutter);
    background: var(--notice-soft);
    color: var(--notice);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }

  .plain {
    flex: none;
    color: inherit;
    text-decoration: underline;
  }

  /* A connection that is there at once needs no words. */
  .connecting {
    animation: appear 1ms 1s both;
  }

  @keyframes appear {
    from {
      position: absolute;
      visibility: hidden;
    }
  }
`;
