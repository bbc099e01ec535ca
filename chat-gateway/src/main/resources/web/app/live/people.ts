import type { PresenceFrame, User } from "./frames.ts";

export interface Person extends User {
  /** As far as is known: nothing changes while the page is not connected. */
  readonly isOnline: boolean;
}

/** Everybody that the page has heard of, and who of them is online. */
export class People {
  readonly #users = new Map<number, User>();
  #online = new Set<number>();
  #all: readonly Person[] | null = null;

  learn(users: readonly User[]): void {
    for (const { id, username } of users) {
      if (this.#users.get(id)?.username !== username) {
        this.#users.set(id, { id, username });
        this.#all = null;
      }
    }
  }

  presence(frame: PresenceFrame): void {
    this.#all = null;
    if ("full" in frame) {
      this.learn(frame.full);
      this.#online = new Set(frame.full.map(({ id }) => id));
    } else {
      this.learn([...frame.joined, ...frame.left]);
      frame.left.forEach(({ id }) => this.#online.delete(id));
      frame.joined.forEach(({ id }) => this.#online.add(id));
    }
  }

  get(id: number): Person | null {
    const user = this.#users.get(id);
    return user === undefined ? null : this.#person(user);
  }

  /** Those online first, then by name. */
  get all(): readonly Person[] {
    this.#all ??= [...this.#users.values()]
      .map((user) => this.#person(user))
      .sort((one, other) => Number(other.isOnline) - Number(one.isOnline) || byName(one, other));
    return this.#all;
  }

  #person(user: User): Person {
    return { ...user, isOnline: this.#online.has(user.id) };
  }
}

const { compare } = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

function byName(one: User, other: User): number {
  return compare(one.username, other.username);
}
