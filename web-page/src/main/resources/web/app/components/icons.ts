import { html } from "lit";

/** 24 × 24, drawn with the text's colour; the button around one has the name. */
export const menuIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16" /></svg>`;

export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>`;

export const sendIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 19V5M6 11l6-6 6 6" />
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
