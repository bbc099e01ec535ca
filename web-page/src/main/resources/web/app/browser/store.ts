import { LastingStore } from "../live/lasting-store.ts";

/** What this browser keeps for Parley. Where cookies are blocked, even the look at `localStorage` throws. */
export const store = new LastingStore(() => localStorage);
