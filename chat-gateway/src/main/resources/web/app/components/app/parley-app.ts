import { html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { logOut, whoAmI } from "../../browser/accounts.ts";
import type { User } from "../../live/frames.ts";
import { t } from "../../texts/texts.ts";
import "../sign-in/sign-in.ts";
import "../workspace/chat-workspace.ts";
import { styles } from "./parley-app.styles.ts";

const ASK_AGAIN_AFTER_MS = 3_000;

type Session =
  | { kind: "unknown"; isUnreachable: boolean }
  | { kind: "none"; notice: string }
  | { kind: "user"; user: User };

/** The whole page: the way in, or the chat of whoever is logged in. */
@customElement("parley-app")
export class ParleyApp extends LitElement {
  static override styles = styles;

  @state() private session: Session = { kind: "unknown", isUnreachable: false };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findSession();
  }

  override render() {
    switch (this.session.kind) {
      case "unknown":
        return html`<p role="status">${this.session.isUnreachable ? t.signIn.unreachable : ""}</p>`;
      case "none":
        return html`<sign-in .notice=${this.session.notice} @signed-in=${this.signedIn}></sign-in>`;
      case "user":
        return html`<chat-workspace
          .me=${this.session.user}
          @log-out=${this.loggedOut}
          @session-ended=${this.sessionEnded}
        ></chat-workspace>`;
    }
  }

  private async findSession(): Promise<void> {
    const answer = await whoAmI();
    if (answer.ok) {
      this.session = { kind: "user", user: answer.value };
    } else if (answer.problem.status === 401) {
      this.session = { kind: "none", notice: "" };
    } else {
      this.session = { kind: "unknown", isUnreachable: true };
      setTimeout(() => void this.findSession(), ASK_AGAIN_AFTER_MS);
    }
  }

  private signedIn({ detail }: CustomEvent<User>): void {
    this.session = { kind: "user", user: detail };
  }

  private async loggedOut(): Promise<void> {
    const answer = await logOut();
    const isUnreachable = !answer.ok && answer.problem.status !== 401;
    this.session = isUnreachable ? { ...this.session } : { kind: "none", notice: "" };
  }

  private sessionEnded(): void {
    this.session = { kind: "none", notice: t.signIn.sessionEnded };
  }
}
