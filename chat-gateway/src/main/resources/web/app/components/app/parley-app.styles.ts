import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    height: 100%;
  }

  p {
    padding: 30vh 1rem 0;
    color: var(--text-soft);
    text-align: center;
  }
`;
