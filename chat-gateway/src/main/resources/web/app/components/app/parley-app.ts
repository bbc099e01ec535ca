import { html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { logOut, whoAmI } from "../../browser/accounts.ts";
import { forgetLogin, rememberedLogin, rememberLogin } from "../../browser/login-memory.ts";
import type { Ending } from "../../live/connection.ts";
import type { User } from "../../live/frames.ts";
import { t } from "../../texts/texts.ts";
import "../sign-in/sign-in.ts";
import "../workspace/chat-workspace.ts";
import { styles } from "./parley-app.styles.ts";

type Session =
  | { kind: "unknown" }
  | { kind: "none"; notice: string }
  | { kind: "user"; user: User };

/** The whole page: the way in, or the chat of whoever is logged in. */
@customElement("parley-app")
export class ParleyApp extends LitElement {
  static override styles = styles;

  @state() private session: Session = { kind: "unknown" };
  private isLoggingOut = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (rememberedLogin() !== null) {
      void this.findSession();
    } else {
      this.session = { kind: "none", notice: "" };
    }
  }

  override render() {
    switch (this.session.kind) {
      case "unknown":
        return html`<p role="status"></p>`;
      case "none":
        return html`<sign-in .notice=${this.session.notice} @signed-in=${this.signedIn}></sign-in>`;
      case "user":
        return html`<chat-workspace
          .me=${this.session.user}
          @log-out=${this.logOut}
          @ended=${this.ended}
        ></chat-workspace>`;
    }
  }

  private async findSession(): Promise<void> {
    const answer = await whoAmI();
    if (answer.ok) {
      this.entered(answer.value);
    } else if (answer.problem.status === 401) {
      this.left(t.signIn.sessionEnded);
    } else {
      this.enteredWithout();
    }
  }

  /** What was written stays and can be added to; the socket will tell whether the session is still good. */
  private enteredWithout(): void {
    const user = rememberedLogin();
    if (user === null) {
      this.left("");
    } else {
      this.session = { kind: "user", user };
    }
  }

  private signedIn({ detail }: CustomEvent<User>): void {
    this.entered(detail);
  }

  private entered(user: User): void {
    rememberLogin(user);
    this.session = { kind: "user", user };
  }

  private async logOut(): Promise<void> {
    this.isLoggingOut = true;
    const answer = await logOut();
    this.isLoggingOut = false;
    if (answer.ok || answer.problem.status === 401) {
      this.left("");
    } else {
      alert(t.signIn.unreachable);
    }
  }

  private ended({ detail }: CustomEvent<Ending>): void {
    if (detail === "another_user") {
      location.reload();
    } else if (detail === "session_invalid" && !this.isLoggingOut) {
      this.left(t.signIn.sessionEnded);
    }
  }

  private left(notice: string): void {
    forgetLogin();
    this.session = { kind: "none", notice };
  }
}
