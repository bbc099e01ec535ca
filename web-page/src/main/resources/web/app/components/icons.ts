import { html } from "lit";

/** 24 × 24, drawn with the text's colour; the button around one has the name. */
export const menuIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16" /></svg>`;

export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>`;

export const sendIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 19V5M6 11l6-6 6 6" />
</svg>`;

export const previewIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2.5 12c2.6-4.3 5.8-6.5 9.5-6.5s6.9 2.2 9.5 6.5c-2.6 4.3-5.8 6.5-9.5 6.5S5.1 16.3 2.5 12z" />
  <circle cx="12" cy="12" r="3" />
</svg>`;

export const downIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M6 13l6 6 6-6" /></svg>`;

export const upIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5M6 11l6-6 6 6" /></svg>`;

export const logOutIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 16l-4-4 4-4M6 12h9" />
</svg>`;

export const globeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="8.5" />
  <path d="M3.5 12h17M12 3.5c2.5 2.4 3.6 5.2 3.6 8.5s-1.1 6.1-3.6 8.5c-2.5-2.4-3.6-5.2-3.6-8.5s1.1-6.1 3.6-8.5z" />
</svg>`;

export const findIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="11" r="6.5" />
  <path d="M16 16l4.5 4.5" />
</svg>`;

export const backIcon = html`<svg class="directed" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M19 12H5M11 6l-6 6 6 6" />
</svg>`;

export const settingsIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
  <circle cx="16" cy="7" r="2.5" />
  <circle cx="8" cy="17" r="2.5" />
</svg>`;

export const moreIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h.01M12 12h.01M19 12h.01" /></svg>`;

export const addReactionIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="13" r="7.5" />
  <path d="M8.5 11h.01M13.5 11h.01M8 15.5c1.8 1.8 4.2 1.8 6 0M20 2v6M17 5h6" />
</svg>`;

export const peopleIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="9" cy="8" r="3.5" />
  <path d="M2.5 19.5c0-3.3 2.9-5.5 6.5-5.5s6.5 2.2 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2.1.8 3.5 2.6 3.5 5" />
</svg>`;

export const pinIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M9 4h6l-1 6 4 4H6l4-4zM12 14v6" />
</svg>`;

export const roomIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9.5 4l-2 16M16.5 4l-2 16M4.5 9h16M3.5 15h16" /></svg>`;

export const plusIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14" /></svg>`;
