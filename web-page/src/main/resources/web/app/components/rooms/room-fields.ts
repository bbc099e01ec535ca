import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { characters } from "../../live/characters.ts";
import type { Visibility } from "../../live/events.ts";
import { t } from "../../texts/texts.ts";

/** Characters of a room's name. */
const MOST_NAME = 64;

/** Empty where the server may take it. */
export function problemWithName(name: string): string {
  return name === "" ? t.rooms.nameMissing : characters(name) > MOST_NAME ? t.rooms.nameTooLong : "";
}

export function visibilityChoice(chosen: Visibility, choose: (visibility: Visibility) => void): TemplateResult {
  return radioChoice("visibility", t.rooms.visibility, { public: t.rooms.isPublic, private: t.rooms.isPrivate }, chosen, choose);
}

/** One of a few. A form that is reset forgets which. */
export function radioChoice<T extends string>(
  name: string,
  legend: string,
  choices: Readonly<Record<T, string>>,
  chosen: T,
  choose: (choice: T) => void,
): TemplateResult {
  const each = (Object.entries(choices) as [T, string][]).map(
    ([value, label]) => html`
      <label><input type="radio" name=${name} .checked=${live(value === chosen)} @change=${() => choose(value)} />${label}</label>
    `,
  );
  return html`<fieldset><legend>${legend}</legend>${each}</fieldset>`;
}
