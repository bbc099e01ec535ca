import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    flex: none;
    width: 2.25rem;
    height: 2.25rem;
    font-size: 0.9375rem;
  }

  span {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    border-radius: 30%;
    color: #fff;
    /* The colour is the picture: it stays where a person has chosen colours of their own. */
    forced-color-adjust: none;
    font-weight: 600;
    line-height: 1;
    user-select: none;
  }

  span::before {
    content: attr(data-initial) / "";
  }

  .hue-0 {
    background: var(--hue-0);
  }

  .hue-1 {
    background: var(--hue-1);
  }

  .hue-2 {
    background: var(--hue-2);
  }

  .hue-3 {
    background: var(--hue-3);
  }

  .hue-4 {
    background: var(--hue-4);
  }

  .hue-5 {
    background: var(--hue-5);
  }

  .hue-6 {
    background: var(--hue-6);
  }

  .hue-7 {
    background: var(--hue-7);
  }
`;
