import { css } from "lit";

export const styles = css`
  :host {
    display: grid;
    min-height: 100%;
    padding: 2rem 1rem;
    background: var(--background-aside);
    place-items: center;
  }

  main {
    width: 100%;
    max-width: 23rem;
  }

  header {
    margin-bottom: 1.75rem;
    text-align: center;
  }

  img {
    display: block;
    margin: 0 auto 0.625rem;
  }

  h1 {
    font-size: 1.75rem;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }

  header p {
    color: var(--text-soft);
  }

  form {
    padding: 1.5rem;
    border: 1px solid var(--border);
    border-radius: var(--radius-large);
    background: var(--background);
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.04), 0 8px 24px rgb(0 0 0 / 0.05);
  }

  .notice {
    margin-bottom: 1rem;
    padding: 0.5rem 0.75rem;
    border-radius: var(--radius);
    background: var(--notice-soft);
    color: var(--notice);
  }

  .primary {
    width: 100%;
    margin-top: 0.25rem;
    font-size: 1rem;
  }

  .other {
    margin-top: 1.25rem;
    color: var(--text-soft);
    text-align: center;
  }
`;
