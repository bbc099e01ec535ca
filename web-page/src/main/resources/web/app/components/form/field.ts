import { html, nothing, type TemplateResult } from "lit";

/** A field of a form. */
export interface Field {
  readonly name: string;
  readonly type: "text" | "password";
  readonly label: string;
  /** What may be written there; empty where that needs no words. */
  readonly hint: string;
  readonly autocomplete: "username" | "current-password" | "new-password";
  /** What is wrong with it, in place of the hint. */
  readonly problem: string | undefined;
  changed(): void;
}

/** With its label above, and its hint or problem below. */
export function fieldTemplate({ name, type, label, hint, autocomplete, problem, changed }: Field): TemplateResult {
  const isWrong = problem !== undefined;
  return html`
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      required
      aria-invalid=${isWrong}
      aria-describedby="${name}-about"
      @input=${changed}
    />
    <p id="${name}-about" class=${isWrong ? "problem" : "hint"} role=${isWrong ? "alert" : nothing}>${problem ?? hint}</p>
  `;
}
