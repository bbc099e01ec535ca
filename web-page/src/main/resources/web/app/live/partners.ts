import { partnerIn, type ConversationId } from "./conversation.ts";
import type { People } from "./people.ts";
import type { Surroundings } from "./surroundings.ts";

/** Finds out with whom a conversation is: a link may name somebody of whom nothing was told. */
export class Partners {
  readonly #me: number;
  readonly #people: People;
  readonly #readUser: Surroundings["readUser"];
  readonly #changed: () => void;
  /** Those that could not be read. */
  readonly #sought = new Set<ConversationId>();

  constructor(me: number, people: People, readUser: Surroundings["readUser"], changed: () => void) {
    this.#me = me;
    this.#people = people;
    this.#readUser = readUser;
    this.#changed = changed;
  }

  async find(conversation: ConversationId): Promise<void> {
    const id = partnerIn(conversation, this.#me);
    if (id !== null && this.#people.get(id) === null) {
      this.#sought.add(conversation);
      await this.#read(conversation, id);
    }
  }

  /** What could not be read before. False where some of it still cannot. */
  async retry(): Promise<boolean> {
    await Promise.all([...this.#sought].map((conversation) => this.find(conversation)));
    return this.#sought.size === 0;
  }

  async #read(conversation: ConversationId, id: number): Promise<void> {
    const user = await this.#readUser(id);
    if (user === null) {
      return;
    }
    this.#sought.delete(conversation);
    if (user === undefined) {
      this.#people.missing(id);
    } else {
      this.#people.learn([user]);
    }
    this.#changed();
  }
}
