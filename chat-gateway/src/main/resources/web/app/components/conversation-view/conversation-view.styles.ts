import { css } from "lit";

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    background: var(--background);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  message-list {
    flex: 1;
    min-height: 0;
  }
`;
