import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { logIn, register } from "../../browser/accounts.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { problemsAfter, problemsBefore, type Mode, type Problems } from "./problems.ts";
import { styles } from "./sign-in.styles.ts";

/**
 * Log in, or register and log in.
 *
 * @fires signed-in with the `User`
 */
@customElement("sign-in")
export class SignIn extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  /** Why it is shown, where that needs saying. */
  @property() notice = "";

  @state() private mode: Mode = "logIn";
  @state() private problems: Problems = {};
  @state() private isBusy = false;

  @query("#username") private username!: HTMLInputElement;
  @query("#password") private password!: HTMLInputElement;

  override render() {
    const isNew = this.mode === "register";
    return html`
      <main>
        <header>
          <img src="/favicon.svg" alt="" width="44" height="44" />
          <h1>${t.product}</h1>
          <p>${t.slogan}</p>
        </header>
        <form novalidate aria-label=${isNew ? t.signIn.register : t.signIn.logIn} @submit=${this.submit}>
          <p class="notice" role="status" ?hidden=${this.notice === ""}>${this.notice}</p>
          ${this.field("username", "text", t.signIn.username, isNew ? t.signIn.usernameHint : "", "username")}
          ${this.field(
            "password",
            "password",
            t.signIn.password,
            isNew ? t.signIn.passwordHint : "",
            isNew ? "new-password" : "current-password",
          )}
          <p class="problem" role="alert">${this.problems.form ?? nothing}</p>
          <button class="primary" ?disabled=${this.isBusy}>${isNew ? t.signIn.register : t.signIn.logIn}</button>
        </form>
        <p class="other">
          ${isNew ? t.signIn.toLogIn : t.signIn.toRegister}
          <button class="plain" type="button" @click=${this.switchMode}>
            ${isNew ? t.signIn.logIn : t.signIn.register}
          </button>
        </p>
      </main>
    `;
  }

  private field(name: "username" | "password", type: string, label: string, hint: string, autocomplete: string) {
    const problem = this.problems[name];
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          autocapitalize="none"
          spellcheck="false"
          maxlength="128"
          required
          aria-invalid=${problem !== undefined}
          aria-describedby="${name}-about"
          @input=${this.forgetProblems}
        />
        <p id="${name}-about" class=${problem === undefined ? "hint" : "problem"} role=${problem === undefined ? nothing : "alert"}>
          ${problem ?? hint}
        </p>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.username.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("problems")) {
      this.renderRoot.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
    }
  }

  private forgetProblems(): void {
    this.problems = {};
  }

  private switchMode(): void {
    this.mode = this.mode === "logIn" ? "register" : "logIn";
    this.problems = {};
    this.username.focus();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [username, password] = [this.username.value, this.password.value];
    this.problems = problemsBefore(this.mode, username, password) ?? {};
    if (Object.keys(this.problems).length > 0 || this.isBusy) {
      return;
    }
    this.isBusy = true;
    await this.enter(username, password);
    this.isBusy = false;
  }

  private async enter(username: string, password: string): Promise<void> {
    const registered = this.mode === "register" ? await register(username, password) : null;
    const answer = registered?.ok === false ? registered : await logIn(username, password);
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent("signed-in", { detail: answer.value.user }));
    } else {
      this.problems = problemsAfter(answer.problem);
    }
  }
}
