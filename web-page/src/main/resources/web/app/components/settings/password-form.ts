import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { changePassword } from "../../browser/accounts.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { fieldTemplate, type Field } from "../form/field.ts";
import { FormController, type Problems } from "../form/form-controller.ts";
import { passwordProblemsAfter, passwordProblemsBefore, type PasswordField } from "./password-problems.ts";
import { sections } from "./settings.styles.ts";

/**
 * Changes the password, which ends all other sessions.
 *
 * @fires password-changed
 */
@customElement("password-form")
export class PasswordForm extends LitElement {
  static override styles = [shared, buttons, fields, sections];

  /** For password managers. */
  @property() username = "";

  @state() private isChanged = false;

  @query("#current") private current!: HTMLInputElement;
  @query("#fresh") private fresh!: HTMLInputElement;

  private readonly form = new FormController<PasswordField>(this);

  override render() {
    return html`
      <section aria-labelledby="password">
        <h2 id="password">${t.password.title}</h2>
        <form novalidate aria-labelledby="password" @submit=${this.submit}>
          <input type="text" autocomplete="username" .value=${this.username} readonly hidden />
          ${this.field("current", t.password.current, "", "current-password")}
          ${this.field("fresh", t.password.fresh, t.signIn.passwordHint, "new-password")}
          <p class="problem" role="alert">${this.form.problems.form ?? nothing}</p>
          <button class="primary" ?disabled=${this.form.isBusy}>${t.password.save}</button>
          <p class="said" role="status">${this.isChanged ? t.password.changed : nothing}</p>
        </form>
      </section>
    `;
  }

  private field(name: PasswordField, label: string, hint: string, autocomplete: Field["autocomplete"]) {
    const changed = () => this.changed();
    return fieldTemplate({ name, type: "password", label, hint, autocomplete, problem: this.form.problems[name], changed });
  }

  private changed(): void {
    this.form.forget();
    this.isChanged = false;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const [current, fresh] = [this.current.value, this.fresh.value];
    void this.form.submit(passwordProblemsBefore(current, fresh), () => this.change(current, fresh));
  }

  private async change(current: string, fresh: string): Promise<Problems<PasswordField>> {
    const answer = await changePassword(current, fresh);
    if (!answer.ok) {
      return passwordProblemsAfter(answer.problem);
    }
    this.current.value = "";
    this.fresh.value = "";
    this.isChanged = true;
    this.dispatchEvent(new CustomEvent("password-changed"));
    return {};
  }
}
