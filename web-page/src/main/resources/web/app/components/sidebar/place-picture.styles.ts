import { css } from "lit";

/** Of a conversation or a person, in a row. */
export const picture = css`
  .picture {
    position: relative;
    flex: none;
    width: 1.75rem;
    height: 1.75rem;
  }

  user-avatar {
    width: 1.75rem;
    height: 1.75rem;
    font-size: 0.8125rem;
  }

  .globe {
    display: grid;
    border-radius: 30%;
    background: var(--hue-0);
    color: #fff;
    forced-color-adjust: none;
    place-items: center;
  }

  .room {
    background: var(--hue-7);
  }

  .globe svg {
    width: 1.125rem;
    height: 1.125rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .dot {
    position: absolute;
    inset-inline-end: -0.1875rem;
    bottom: -0.1875rem;
    width: 0.75rem;
    height: 0.75rem;
    border: 2px solid var(--background-aside);
    border-radius: 50%;
    background: var(--online);
    forced-color-adjust: none;
  }

  .stale {
    background: var(--text-faint);
  }
`;
