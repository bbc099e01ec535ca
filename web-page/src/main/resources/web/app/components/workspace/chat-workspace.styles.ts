import { css } from "lit";

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: 17.5rem minmax(0, 1fr);
    height: 100dvh;
    overflow: hidden;
  }

  /* Comes into sight with the first press of Tab. */
  nav {
    position: fixed;
    z-index: 3;
    top: 0.5rem;
    inset-inline-start: 0.5rem;
    transform: translateY(-5rem);
  }

  nav:focus-within {
    transform: none;
  }

  workspace-main {
    min-width: 0;
    min-height: 0;
  }

  @media (max-width: 47.99rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }

    chat-sidebar {
      position: fixed;
      z-index: 2;
      inset-block: 0;
      inset-inline-start: 0;
      width: min(20rem, 86vw);
      visibility: hidden;
      transform: translateX(-100%);
      transition: transform 180ms ease-out, visibility 180ms;
    }

    chat-sidebar:dir(rtl) {
      transform: translateX(100%);
    }

    chat-sidebar.open {
      box-shadow: 0 0 2rem rgb(0 0 0 / 0.25);
      visibility: visible;
      transform: none;
      transition: transform 180ms ease-out;
    }

    .backdrop {
      position: fixed;
      z-index: 1;
      inset: 0;
      background: var(--backdrop);
    }
  }
`;
