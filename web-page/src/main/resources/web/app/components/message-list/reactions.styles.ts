import { css } from "lit";

export const reactions = css`
  .reactions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0.1875rem 0 0.25rem;
  }

  .reaction {
    position: relative;
    min-height: 1.625rem;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    background: var(--background-aside);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    touch-action: manipulation;
    user-select: none;
    -webkit-touch-callout: none;
  }

  .reaction[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    font-weight: 600;
  }

  .reaction:hover:not(:disabled) {
    border-color: var(--text-faint);
  }

  .who {
    position: absolute;
    z-index: 2;
    bottom: calc(100% + 0.25rem);
    inset-inline-start: 0;
    width: max-content;
    max-width: min(16rem, 60vw);
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.15);
    color: var(--text);
    font-weight: 400;
    overflow-wrap: anywhere;
    pointer-events: none;
    text-align: start;
    visibility: hidden;
  }

  .reaction:hover .who,
  .reaction:focus-visible .who,
  .reaction.held .who {
    visibility: visible;
  }

  .edited {
    padding: 0;
    border: 0;
    background: none;
    color: var(--text-faint);
    font-size: 0.75rem;
  }

  button.edited:hover {
    text-decoration: underline;
  }

  .happening {
    padding: 0.375rem 0 0.125rem 3rem;
    color: var(--text-faint);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }

  /* Over the line, out of its way. */
  .tools {
    position: absolute;
    z-index: 1;
    top: -0.875rem;
    inset-inline-end: 0.5rem;
    display: flex;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    opacity: 0;
    pointer-events: none;
  }

  article:hover > .tools,
  article:focus > .tools,
  article:focus-within > .tools {
    opacity: 1;
    pointer-events: auto;
  }

  .tools .icon {
    width: 2rem;
    height: 2rem;
    border-radius: 0;
  }

  @media (hover: none) {
    .tools {
      top: 0;
      border-color: transparent;
      background: none;
      opacity: 0.6;
      pointer-events: auto;
    }

    .tools .react {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .reaction {
      min-height: 2.25rem;
      padding-inline: 0.75rem;
    }

    .tools .icon {
      width: 2.75rem;
      height: 2.75rem;
    }
  }
`;
