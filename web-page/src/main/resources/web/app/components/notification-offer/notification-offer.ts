import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { mayNotify, notificationPermission } from "../../browser/notifications.ts";
import { preferences } from "../../browser/preferences.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";

/** Offers to switch notifications on, once, and only where the browser was not asked before. */
@customElement("notification-offer")
export class NotificationOffer extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      div {
        padding: 0.625rem 1rem;
        border-top: 1px solid var(--border);
        font-size: var(--size-small);
      }

      .plain {
        margin-top: 0.25rem;
        padding-inline: 0;
        margin-inline-end: 1rem;
      }
    `,
  ];

  @state() private isOpen = canAsk();

  override render() {
    if (!this.isOpen) {
      return nothing;
    }
    return html`
      <div role="group" aria-labelledby="offer">
        <p id="offer">${t.offer.question}</p>
        <button class="plain" @click=${() => this.answer(true)}>${t.offer.yes}</button>
        <button class="plain" @click=${() => this.answer(false)}>${t.offer.no}</button>
      </div>
    `;
  }

  private async answer(isWanted: boolean): Promise<void> {
    this.isOpen = false;
    preferences.change({ isNotifyingOffered: true, notifications: isWanted && (await mayNotify()) });
  }
}

function canAsk(): boolean {
  const { notifications, isNotifyingOffered } = preferences.now;
  return notificationPermission() === "default" && !notifications && !isNotifyingOffered;
}
