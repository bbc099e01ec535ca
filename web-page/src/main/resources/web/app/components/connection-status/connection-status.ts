import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { browserClock } from "../../browser/clock.ts";
import { store } from "../../browser/store.ts";
import type { Connection } from "../../live/connection.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { styles } from "./connection-status.styles.ts";

/** Those that show how time passes. */
const TICKS: ReadonlySet<Connection["kind"]> = new Set(["connecting", "waiting"]);

/** Nobody wants to hurry what takes no longer. */
const LONG_AFTER_MS = 3_000;

/**
 * Tells what the connection does, whenever it is not simply open, and once where this browser keeps nothing.
 *
 * @fires reconnect when the user does not want to wait
 */
@customElement("connection-status")
export class ConnectionStatus extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({ attribute: false }) connection: Connection = { kind: "connecting" };
  /** Messages that wait to be sent. */
  @property({ type: Number }) waiting = 0;

  @state() private isUnderstood = false;

  private ticking: ReturnType<typeof setInterval> | undefined;
  /** When this connection began to be what it is. */
  private since = 0;
  private forget: () => void = () => {};

  override render() {
    const { text, action } = this.said();
    return html`
      <div role="status" class=${this.connection.kind} ?hidden=${text === null}>
        <span>${text}</span>
        ${action === null ? nothing : html`<button class="plain" @click=${this.reconnect}>${action}</button>`}
      </div>
      ${store.isLasting || this.isUnderstood ? nothing : this.keepsNothing()}
    `;
  }

  private keepsNothing() {
    return html`
      <div role="status">
        <span>${t.connection.keepsNothing}</span>
        <button class="plain" @click=${() => (this.isUnderstood = true)}>${t.connection.understood}</button>
      </div>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = store.listen(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("connection")) {
      this.since = browserClock.elapsed();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("connection")) {
      clearInterval(this.ticking);
      this.ticking = TICKS.has(this.connection.kind) ? setInterval(() => this.requestUpdate(), 1_000) : undefined;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    this.forget();
  }

  private said(): { text: string | null; action: string | null } {
    switch (this.connection.kind) {
      case "open":
        return { text: null, action: null };
      case "connecting":
        return { text: t.connection.connecting, action: this.isLong ? t.connection.retryNow : null };
      case "waiting": {
        const seconds = Math.max(1, Math.ceil((this.connection.retryAt - browserClock.elapsed()) / 1_000));
        return { text: t.connection.waiting(seconds, this.waiting), action: t.connection.retryNow };
      }
      case "ended":
        return this.ended(this.connection.because);
    }
  }

  private get isLong(): boolean {
    return browserClock.elapsed() - this.since >= LONG_AFTER_MS;
  }

  private ended(because: (Connection & { kind: "ended" })["because"]) {
    switch (because) {
      case "too_many_sockets":
        return { text: t.connection.tooManySockets, action: t.connection.reconnect };
      case "origin_not_allowed":
        return { text: t.connection.originNotAllowed, action: t.connection.reconnect };
      case "another_user":
        return { text: t.connection.anotherUser, action: t.connection.reconnect };
      case "session_invalid":
      case "stopped":
        return { text: null, action: null };
    }
  }

  private reconnect(): void {
    this.dispatchEvent(new CustomEvent("reconnect"));
  }
}
