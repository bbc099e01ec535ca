import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../texts/texts.ts";
import type { Listing } from "./listing.ts";

/** Below a list: that it loads, or could not be loaded, that there is nothing, or more. */
export function listEnd(list: Listing<unknown>, nothingText: string): TemplateResult | typeof nothing {
  if (list.state === "failed") {
    return html`<p class="problem" role="alert">
      ${t.rooms.failed} <button class="plain" @click=${() => void list.find()}>${t.messages.tryAgain}</button>
    </p>`;
  }
  if (list.items.length === 0) {
    return html`<p class="about" role="status">${list.state === "loading" ? t.rooms.loading : nothingText}</p>`;
  }
  return list.hasMore ? html`<button class="plain" @click=${() => void list.more()}>${t.rooms.more}</button>` : nothing;
}
