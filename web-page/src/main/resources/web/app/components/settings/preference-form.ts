import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { changeLanguage } from "../../browser/appearance.ts";
import { mayNotify } from "../../browser/notifications.ts";
import { preferences } from "../../browser/preferences.ts";
import type { Theme } from "../../live/preferences.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { LANGUAGES, t } from "../../texts/texts.ts";
import { styles } from "./preference-form.styles.ts";
import { sections } from "./settings.styles.ts";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** What this browser looks and sounds like. */
@customElement("preference-form")
export class PreferenceForm extends LitElement {
  static override styles = [shared, buttons, sections, styles];

  @state() private isBlocked = false;

  private forget: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = preferences.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  override render() {
    const { theme, language, sound, notifications } = preferences.now;
    return html`
      <section aria-labelledby="appearance">
        <h2 id="appearance">${t.settings.appearance}</h2>
        <fieldset>
          <legend>${t.settings.theme}</legend>
          <div class="choices">${THEMES.map((choice) => this.themeChoice(choice, theme))}</div>
        </fieldset>
        <label class="choice">
          <span>${t.settings.language}</span>
          <select @change=${this.chooseLanguage}>
            <option value="" ?selected=${language === null}>${t.settings.browserLanguage}</option>
            ${Object.entries(LANGUAGES).map(
              ([code, { name }]) =>
                html`<option value=${code} lang=${code} ?selected=${language === code}>${name}</option>`,
            )}
          </select>
        </label>
      </section>
      <section aria-labelledby="alerts">
        <h2 id="alerts">${t.settings.alerts}</h2>
        <p class="about">${t.settings.alertsHint}</p>
        ${this.check(t.settings.sound, sound, (isOn) => preferences.change({ sound: isOn }))}
        ${this.check(t.settings.notifications, notifications, (isOn) => void this.notify(isOn))}
        <p class="problem" role="alert">${this.isBlocked ? t.settings.notificationsBlocked : nothing}</p>
      </section>
    `;
  }

  private themeChoice(choice: Theme, current: Theme) {
    return html`
      <label>
        <input
          type="radio"
          name="theme"
          value=${choice}
          .checked=${choice === current}
          @change=${() => preferences.change({ theme: choice })}
        />
        <span>${t.settings[choice]}</span>
      </label>
    `;
  }

  private check(label: string, isOn: boolean, change: (isOn: boolean) => void) {
    const changed = ({ target }: Event) => change((target as HTMLInputElement).checked);
    return html`
      <label class="check">
        <input type="checkbox" role="switch" .checked=${isOn} @change=${changed} />
        <span>${label}</span>
      </label>
    `;
  }

  private chooseLanguage({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    changeLanguage(value === "" ? null : value);
  }

  private async notify(isOn: boolean): Promise<void> {
    const isAllowed = !isOn || (await mayNotify());
    this.isBlocked = !isAllowed;
    preferences.change({ notifications: isOn && isAllowed });
  }
}
