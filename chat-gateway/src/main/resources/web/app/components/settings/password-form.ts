import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { changePassword } from "../../browser/accounts.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import { passwordProblemsAfter, passwordProblemsBefore, type PasswordProblems } from "./password-problems.ts";
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

  @state() private problems: PasswordProblems = {};
  @state() private isBusy = false;
  @state() private isChanged = false;

  @query("#current") private current!: HTMLInputElement;
  @query("#fresh") private fresh!: HTMLInputElement;

  override render() {
    return html`
      <section aria-labelledby="password">
        <h2 id="password">${t.password.title}</h2>
        <form novalidate aria-labelledby="password" @submit=${this.submit}>
          <input type="text" autocomplete="username" .value=${this.username} readonly hidden />
          ${this.field("current", t.password.current, "", "current-password")}
          ${this.field("fresh", t.password.fresh, t.signIn.passwordHint, "new-password")}
          <p class="problem" role="alert">${this.problems.form ?? nothing}</p>
          <button class="primary" ?disabled=${this.isBusy}>${t.password.save}</button>
          <p class="said" role="status">${this.isChanged ? t.password.changed : nothing}</p>
        </form>
      </section>
    `;
  }

  private field(name: "current" | "fresh", label: string, hint: string, autocomplete: "current-password" | "new-password") {
    const problem = this.problems[name];
    return html`
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type="password"
        autocomplete=${autocomplete}
        maxlength="128"
        required
        aria-invalid=${problem !== undefined}
        aria-describedby="${name}-about"
        @input=${this.forgetProblems}
      />
      <p id="${name}-about" class=${problem === undefined ? "hint" : "problem"} role=${problem === undefined ? nothing : "alert"}>
        ${problem ?? hint}
      </p>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("problems")) {
      this.renderRoot.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
    }
  }

  private forgetProblems(): void {
    this.problems = {};
    this.isChanged = false;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [current, fresh] = [this.current.value, this.fresh.value];
    this.problems = passwordProblemsBefore(current, fresh) ?? {};
    if (Object.keys(this.problems).length === 0 && !this.isBusy) {
      this.isBusy = true;
      await this.change(current, fresh);
      this.isBusy = false;
    }
  }

  private async change(current: string, fresh: string): Promise<void> {
    const answer = await changePassword(current, fresh);
    if (answer.ok) {
      this.current.value = "";
      this.fresh.value = "";
      this.isChanged = true;
      this.dispatchEvent(new CustomEvent("password-changed"));
    } else {
      this.problems = passwordProblemsAfter(answer.problem);
    }
  }
}
