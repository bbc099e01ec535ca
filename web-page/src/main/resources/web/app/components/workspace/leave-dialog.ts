import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Chat } from "../../live/chat.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { styles } from "./leave-dialog.styles.ts";

/** What is fast needs no words. */
const SHOW_AFTER_MS = 500;

type Step = { kind: "sending" } | { kind: "asking"; unsent: number } | { kind: "failed" };

/** Before somebody logs out: waits a moment for what is on its way, and asks about what cannot be sent. */
@customElement("leave-dialog")
export class LeaveDialog extends LitElement {
  static override styles = [shared, buttons, styles];

  @state() private step: Step = { kind: "sending" };

  @query("dialog") private dialog!: HTMLDialogElement;

  private decide: (mayLeave: boolean) => void = () => {};

  override render() {
    return html`
      <dialog aria-labelledby="title" aria-describedby="about" @close=${() => this.decide(false)}>
        <h2 id="title">${t.leave.title}</h2>
        <p id="about" role="status">${this.said()}</p>
        <div class="actions">
          <button class="plain" autofocus @click=${this.stay}>${this.step.kind === "failed" ? t.leave.close : t.leave.stay}</button>
          ${this.step.kind === "asking"
            ? html`<button class="primary" @click=${() => this.decide(true)}>${t.leave.discard}</button>`
            : nothing}
        </div>
      </dialog>
    `;
  }

  private said(): string {
    switch (this.step.kind) {
      case "sending":
        return t.leave.sending;
      case "asking":
        return t.leave.unsent(this.step.unsent);
      case "failed":
        return t.signIn.unreachable;
    }
  }

  /** False where the user would rather stay. */
  async mayLeave(chat: Chat): Promise<boolean> {
    if (this.dialog.open) {
      return false;
    }
    const decision = new Promise<boolean>((resolve) => (this.decide = resolve));
    const timer = setTimeout(() => this.show({ kind: "sending" }), SHOW_AFTER_MS);
    const hasStayed = await Promise.race([chat.awaitDelivery(), decision]);
    clearTimeout(timer);
    const unsent = chat.outbox.messages.length;
    if (hasStayed !== false && unsent > 0) {
      this.show({ kind: "asking", unsent });
    }
    const mayLeave = hasStayed !== false && (unsent === 0 || (await decision));
    this.dialog.close();
    return mayLeave;
  }

  /** The server did not hear of it. */
  tellFailure(): void {
    this.show({ kind: "failed" });
  }

  private show(step: Step): void {
    this.step = step;
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  private stay(): void {
    this.dialog.close();
  }
}
