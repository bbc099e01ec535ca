import { css } from "lit";

/** The page around the sections. */
export const page = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--background);
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.5rem;
    min-height: 3.75rem;
    padding: 0 max(var(--gutter), calc((100% - 40rem) / 2 + var(--gutter)));
    border-bottom: 1px solid var(--border);
  }

  header .icon {
    margin-inline-start: -0.5rem;
  }

  h1 {
    font-size: var(--size-large);
    line-height: 1.3;
  }

  main {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  .column {
    max-width: 40rem;
    margin: 0 auto;
    padding: 1.25rem var(--gutter) 3rem;
  }

  .about {
    color: var(--text-soft);
  }

  .shortcuts {
    margin-top: 0.5rem;
    padding-inline: 0;
  }
`;

/** What the sections have in common. */
export const sections = css`
  section {
    margin-top: 1.5rem;
    padding-top: 1.5rem;
    border-top: 1px solid var(--border);
  }

  h2 {
    margin-bottom: 0.75rem;
    font-size: var(--size-large);
  }

  .about {
    margin-bottom: 0.75rem;
    color: var(--text-soft);
    font-size: var(--size-small);
  }

  .said {
    color: var(--accent);
    font-weight: 600;
  }

  .problem {
    color: var(--danger);
  }
`;
