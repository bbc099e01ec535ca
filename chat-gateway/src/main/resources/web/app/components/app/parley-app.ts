import { html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { logOut, whoAmI } from "../../browser/accounts.ts";
import { forgetLogin, rememberedLogin, rememberLogin } from "../../browser/login-memory.ts";
import type { Ending } from "../../live/connection.ts";
import type { User } from "../../live/frames.ts";
import { t } from "../../texts/texts.ts";
import "../sign-in/sign-in.ts";
import "../workspace/chat-workspace.ts";
import type { ChatWorkspace } from "../workspace/chat-workspace.ts";
import { styles } from "./parley-app.styles.ts";

type Session =
  | { kind: "none"; notice: string }
  | { kind: "user"; user: User };

/** The whole page: the way in, or the chat of whoever is logged in. */
@customElement("parley-app")
export class ParleyApp extends LitElement {
  static override styles = styles;

  @query("chat-workspace") private workspace!: ChatWorkspace | null;

  @state() private session: Session = { kind: "none", notice: "" };
  private isLoggingOut = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const user = rememberedLogin();
    this.session = user === null ? { kind: "none", notice: "" } : { kind: "user", user };
    if (user !== null) {
      void this.checkSession(user);
    }
  }

  override render() {
    switch (this.session.kind) {
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

  /**
   * Meanwhile the chat opens: most sessions are good. Without an answer what was written stays and can be
   * added to.
   */
  private async checkSession(expected: User): Promise<void> {
    const answer = await whoAmI();
    if (this.session.kind !== "user" || this.session.user !== expected) {
      return;
    }
    if (!answer.ok && answer.problem.status === 401) {
      this.left(t.signIn.sessionEnded);
    } else if (answer.ok && answer.value.id !== expected.id) {
      this.startAs(answer.value);
    }
  }

  private async signedIn({ detail }: CustomEvent<User>): Promise<void> {
    this.entered(detail);
    await this.updateComplete;
    this.workspace?.focus();
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
      void this.startAnew();
    } else if (detail === "session_invalid" && !this.isLoggingOut) {
      this.left(t.signIn.sessionEnded);
    }
  }

  /** The browser's cookie is somebody else's by now. */
  private async startAnew(): Promise<void> {
    const answer = await whoAmI();
    if (answer.ok) {
      this.startAs(answer.value);
    } else {
      location.reload();
    }
  }

  private startAs(user: User): void {
    rememberLogin(user);
    location.reload();
  }

  private left(notice: string): void {
    forgetLogin();
    this.session = { kind: "none", notice };
  }
}
