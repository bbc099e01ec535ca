import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Connection } from "../../live/connection.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { styles } from "./connection-status.styles.ts";

/**
 * Tells what the connection does, whenever it is not simply open.
 *
 * @fires reconnect when the user does not want to wait
 */
@customElement("connection-status")
export class ConnectionStatus extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) connection: Connection = { kind: "connecting" };
  /** Messages that wait to be sent. */
  @property({ type: Number }) waiting = 0;

  private ticking: ReturnType<typeof setInterval> | undefined;

  override render() {
    const { text, action } = this.said();
    return html`
      <div role="status" class=${this.connection.kind} ?hidden=${text === null}>
        <span>${text}</span>
        ${action === null ? nothing : html`<button class="plain" @click=${this.reconnect}>${action}</button>`}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("connection")) {
      clearInterval(this.ticking);
      this.ticking = this.connection.kind === "waiting" ? setInterval(() => this.requestUpdate(), 1_000) : undefined;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  private said(): { text: string | null; action: string | null } {
    switch (this.connection.kind) {
      case "open":
        return { text: null, action: null };
      case "connecting":
        return { text: t.connection.connecting, action: null };
      case "waiting": {
        const seconds = Math.max(1, Math.ceil((this.connection.retryAt - Date.now()) / 1_000));
        return { text: t.connection.waiting(seconds, this.waiting), action: t.connection.retryNow };
      }
      case "ended":
        return this.ended(this.connection.because);
    }
  }

  private ended(because: (Connection & { kind: "ended" })["because"]) {
    switch (because) {
      case "too_many_sockets":
        return { text: t.connection.tooManySockets, action: t.connection.reconnect };
      case "origin_not_allowed":
        return { text: t.connection.originNotAllowed, action: null };
      case "another_user":
        return { text: t.connection.anotherUser, action: null };
      case "session_invalid":
      case "stopped":
        return { text: null, action: null };
    }
  }

  private reconnect(): void {
    this.dispatchEvent(new CustomEvent("reconnect"));
  }
}
