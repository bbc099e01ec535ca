import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../texts/texts.ts";
import { timeOf } from "../../texts/times.ts";
import { closeIcon, upIcon } from "../icons.ts";

/** Unread messages above what is on the screen. */
export interface Missed {
  readonly count: number;
  /** When the first of them was written; null while it is not loaded. */
  readonly since: number | null;
  jump(): void;
  markRead(): void;
}

/** A row over the list that leads to the first of them. */
export function missedTemplate({ count, since, jump, markRead }: Missed): TemplateResult | typeof nothing {
  return html`
    <div class="missed" role="group" aria-label=${t.messages.unread}>
      <button class="jump" @click=${jump}>${upIcon} ${t.messages.missed(count, since === null ? null : timeOf(since))}</button>
      <button class="read" aria-label=${t.messages.markRead} title=${t.messages.markRead} @click=${markRead}>
        ${closeIcon}
      </button>
    </div>
  `;
}
