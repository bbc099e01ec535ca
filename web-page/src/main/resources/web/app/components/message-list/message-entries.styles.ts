import { css } from "lit";
import { content } from "./message-content.styles.ts";
import { reactions } from "./reactions.styles.ts";

/** Days, the mark of the unread, and the messages of one person after the other. */
const around = css`
  .day,
  .new {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin: 1.25rem 0 0.5rem;
    color: var(--text-faint);
    font-size: 0.75rem;
    font-weight: 600;
  }

  .day::before,
  .day::after,
  .new::before,
  .new::after {
    flex: 1;
    height: 1px;
    background: var(--border);
    content: "";
  }

  .new {
    margin: 0.75rem 0 0;
    color: var(--accent);
  }

  .new::before,
  .new::after {
    background: var(--accent);
    opacity: 0.5;
  }

  .group {
    position: relative;
    margin-top: 0.875rem;
    padding-inline-start: 3rem;
  }

  user-avatar {
    position: absolute;
    top: 0.1875rem;
    inset-inline-start: 0;
  }

  .sender {
    overflow: hidden;
    overflow: clip;
    overflow-clip-margin: 0.1875rem;
    font-size: var(--size);
    font-weight: 650;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  time {
    color: var(--text-faint);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .sender time {
    margin-inline-start: 0.25rem;
  }

  article {
    position: relative;
    margin: 0 -0.5rem;
    padding: 0.0625rem 0.5rem;
    border-radius: 0.375rem;
  }

  @media (hover: hover) {
    article:hover {
      background: var(--background-aside);
    }
  }

  /* The first one's time stands beside the name, the others' on demand. */
  article time {
    position: absolute;
    top: 0.25rem;
    inset-inline-end: calc(100% + 0.125rem);
    font-size: 0.6875rem;
    opacity: 0;
    user-select: none;
    white-space: nowrap;
  }

  .sender + article time {
    display: none;
  }

  article:hover time {
    opacity: 1;
  }

  .pending .text {
    color: var(--text-faint);
  }

  .about {
    color: var(--text-faint);
    font-size: 0.75rem;
  }

  /* Most are there in a moment: no flicker for them. */
  .pending .about {
    position: absolute;
    inset-inline-end: 0.5rem;
    bottom: 0.125rem;
    animation: appear 200ms 700ms both;
  }

  .failed .text {
    color: var(--danger);
  }

  .failed .about {
    color: var(--danger);
  }
`;

export const entries = [content, around, reactions];
