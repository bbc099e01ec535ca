import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { logIn, register, whoAmI } from "../../browser/accounts.ts";
import { store } from "../../browser/store.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { fieldTemplate, type Field } from "../form/field.ts";
import { FormController, type Problems } from "../form/form-controller.ts";
import { problemsAfter, problemsBefore, type Mode, type SignInField } from "./problems.ts";
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

  @query("#username") private username!: HTMLInputElement;
  @query("#password") private password!: HTMLInputElement;

  private readonly form = new FormController<SignInField>(this);

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
          ${this.field("username", {
            type: "text",
            label: t.signIn.username,
            hint: isNew ? t.signIn.usernameHint : "",
            autocomplete: "username",
          })}
          ${this.field("password", {
            type: "password",
            label: t.signIn.password,
            hint: isNew ? t.signIn.passwordHint : "",
            autocomplete: isNew ? "new-password" : "current-password",
          })}
          <p class="problem" role="alert">${this.form.problems.form ?? nothing}</p>
          <button class="primary" ?disabled=${this.form.isBusy}>${isNew ? t.signIn.register : t.signIn.logIn}</button>
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

  private field(name: SignInField, field: Pick<Field, "type" | "label" | "hint" | "autocomplete">) {
    return fieldTemplate({ ...field, name, problem: this.form.problems[name], changed: () => this.form.forget() });
  }

  protected override firstUpdated(): void {
    this.username.focus();
  }

  private switchMode(): void {
    this.mode = this.mode === "logIn" ? "register" : "logIn";
    this.form.forget();
    this.username.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const [username, password] = [this.username.value, this.password.value];
    const problems = problemsBefore(this.mode, username, password);
    void this.form.submit(problems, () => this.enter(username, password));
  }

  private async enter(username: string, password: string): Promise<Problems<SignInField>> {
    const registered = this.mode === "register" ? await register(username, password) : null;
    const answer = registered?.ok === false ? registered : await logIn(username, password);
    if (!answer.ok) {
      return problemsAfter(answer.problem, password);
    }
    if (!store.isLasting && !(await whoAmI()).ok) {
      return { form: t.signIn.cookiesBlocked };
    }
    this.dispatchEvent(new CustomEvent("signed-in", { detail: answer.value.user }));
    return {};
  }
}
