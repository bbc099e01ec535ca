import { html, nothing, type TemplateResult } from "lit";
import type { Loading } from "../../live/history.ts";
import { t } from "../../texts/texts.ts";

/** How much of the conversation is there: not even a part of it, its end, or all from the beginning. */
export type Reach = "nothing" | "part" | "beginning";

export interface Top {
  readonly reach: Reach;
  readonly loading: Loading;
  /** What stands above the first message. */
  readonly beginning: string;
  readonly isEmpty: boolean;
  loadAgain(): void;
}

/** What stands where messages are missing. */
export function gapTemplate(loading: Loading, loadAgain: () => void): TemplateResult {
  return loading === "failed"
    ? html`<p class="top">${failedTemplate(loadAgain)}</p>`
    : html`<p class="top soon">${t.messages.loading}</p>`;
}

function failedTemplate(loadAgain: () => void): TemplateResult {
  return html`${t.messages.failed} <button class="plain" @click=${loadAgain}>${t.messages.tryAgain}</button>`;
}

/** What stands above the first message that is loaded. */
export function topTemplate({ reach, loading, beginning, isEmpty, loadAgain }: Top): TemplateResult | typeof nothing {
  if (loading === "failed") {
    return html`<p class="top">${failedTemplate(loadAgain)}</p>`;
  }
  if (reach === "beginning") {
    return html`<p class="top">${beginning} ${isEmpty ? t.messages.empty : nothing}</p>`;
  }
  return loading === "loading" ? html`<p class="top loading">${t.messages.loading}</p>` : nothing;
}
