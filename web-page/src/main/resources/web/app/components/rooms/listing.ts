import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Answer } from "../../browser/http.ts";
import type { Part } from "../../browser/rooms.ts";

export type ListState = "no" | "loading" | "failed";

/** A list that is read part by part, for what is looked for. What comes too late for that is not shown. */
export class Listing<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: (query: string, after: string | null) => Promise<Answer<Part<T>>>;
  items: readonly T[] = [];
  state: ListState = "no";
  #query = "";
  #next: string | null = null;
  #turn = 0;

  constructor(host: ReactiveControllerHost, read: (query: string, after: string | null) => Promise<Answer<Part<T>>>) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {}

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** From its beginning. What is there stays until then. */
  async find(query = this.#query): Promise<void> {
    this.#query = query;
    await this.#load(null);
  }

  async more(): Promise<void> {
    await this.#load(this.#next);
  }

  async #load(after: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.#become("loading");
    const answer = await this.#read(this.#query, after);
    if (turn !== this.#turn) {
      return;
    }
    if (answer.ok) {
      this.items = after === null ? answer.value.items : [...this.items, ...answer.value.items];
      this.#next = answer.value.next;
    }
    this.#become(answer.ok ? "no" : "failed");
  }

  #become(state: ListState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
