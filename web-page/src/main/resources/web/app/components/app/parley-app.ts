import { html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { logOut, whoAmI } from "../../browser/accounts.ts";
import { forgetLogin, listenToLogins, rememberedLogin, rememberLogin } from "../../browser/login-memory.ts";
import { closeNotifications } from "../../browser/notifications.ts";
import { store } from "../../browser/store.ts";
import type { Ending } from "../../live/connection.ts";
import type { User } from "../../live/frames.ts";
import { t } from "../../texts/texts.ts";
import "../sign-in/sign-in.ts";
import "../workspace/chat-workspace.ts";
import type { ChatWorkspace } from "../workspace/chat-workspace.ts";
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

  @query("chat-workspace") private workspace!: ChatWorkspace | null;

  private isLoggingOut = false;
  private isLooking = false;
  private forget: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = listenToLogins((user) => this.changedElsewhere(user));
    const user = rememberedLogin();
    if (user !== null) {
      this.session = { kind: "user", user };
      void this.findSession();
    } else if (store.isLasting) {
      this.session = { kind: "none", notice: "" };
    } else {
      void this.findSession();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  override render() {
    switch (this.session.kind) {
      case "unknown":
        return html`<p role="status">${t.connection.connecting}</p>`;
      case "none":
        return html`<sign-in .notice=${this.session.notice} @signed-in=${this.signedIn}></sign-in>`;
      case "user": {
        const { user } = this.session;
        return keyed(
          user.id,
          html`<chat-workspace .me=${user} @log-out=${this.logOut} @ended=${this.ended}></chat-workspace>`,
        );
      }
    }
  }

  /**
   * Whose session it is. Meanwhile the chat opens: most sessions are good. Where nobody can tell, what was
   * written stays and can be added to.
   */
  private async findSession(): Promise<void> {
    if (this.isLooking) {
      return;
    }
    this.isLooking = true;
    const answer = await whoAmI();
    this.isLooking = false;
    if (answer.ok) {
      this.entered(answer.value);
    } else if (answer.problem.status === 401) {
      this.left(rememberedLogin() === null ? "" : t.signIn.sessionEnded);
    } else if (this.session.kind === "unknown") {
      this.left("");
    }
  }

  private async signedIn({ detail }: CustomEvent<User>): Promise<void> {
    this.entered(detail);
    await this.updateComplete;
    this.workspace?.focus();
  }

  private entered(user: User): void {
    rememberLogin(user);
    if (this.session.kind !== "user" || this.session.user.id !== user.id) {
      this.session = { kind: "user", user };
    }
  }

  /** All windows have one session. */
  private changedElsewhere(user: User | null): void {
    if (user !== null) {
      this.entered(user);
    } else if (this.session.kind === "user" && !this.isLoggingOut) {
      this.left(t.signIn.sessionEnded);
    }
  }

  private async logOut(): Promise<void> {
    this.isLoggingOut = true;
    const answer = await logOut();
    this.isLoggingOut = false;
    if (answer.ok || answer.problem.status === 401) {
      this.workspace?.leave();
      this.left("");
    } else {
      this.workspace?.stay();
    }
  }

  private ended({ detail }: CustomEvent<Ending>): void {
    if (detail === "another_user") {
      void this.findSession();
    } else if (detail === "session_invalid" && !this.isLoggingOut) {
      this.left(t.signIn.sessionEnded);
    }
  }

  private left(notice: string): void {
    forgetLogin();
    void closeNotifications(() => true);
    this.session = { kind: "none", notice };
  }
}
