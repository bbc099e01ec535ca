import type { LitElement, ReactiveController } from "lit";

/** What to say beside a field; `form` where it belongs to none. */
export type Problems<Field extends string> = { readonly [Name in Field | "form"]?: string };

/**
 * A form that is looked at here, and then by the server. What is wrong stands beside the field that it is
 * about, and the focus goes there; the next change of a field takes it away.
 */
export class FormController<Field extends string> implements ReactiveController {
  readonly #host: LitElement;
  #problems: Problems<Field> = {};
  #isBusy = false;
  #isToldAnew = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get problems(): Problems<Field> {
    return this.#problems;
  }

  /** The server is being asked. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /**
   * @param problems what can be told without asking the server
   * @param send asks it, where there are none; its answer is what the server finds wrong
   */
  async submit(problems: Problems<Field>, send: () => Promise<Problems<Field>>): Promise<void> {
    this.#tell(problems);
    if (Object.keys(problems).length === 0 && !this.#isBusy) {
      this.#isBusy = true;
      try {
        this.#tell(await send());
      } finally {
        this.#isBusy = false;
        this.#host.requestUpdate();
      }
    }
  }

  forget(): void {
    this.#problems = {};
    this.#host.requestUpdate();
  }

  #tell(problems: Problems<Field>): void {
    this.#problems = problems;
    this.#isToldAnew = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#isToldAnew) {
      this.#isToldAnew = false;
      this.#host.renderRoot.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
    }
  }
}
