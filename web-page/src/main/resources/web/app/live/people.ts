import { fold } from "./folding.ts";
import type { PresenceFrame, User } from "./frames.ts";
import { firstOf } from "./selection.ts";

export interface Person extends User {
  /** As far as is known: nothing changes while the page is not connected. */
  readonly isOnline: boolean;
}

/** Everybody that the page has heard of, and who of them is online: some thousands perhaps. */
export class People {
  readonly #users = new Map<number, User>();
  #online = new Set<number>();
  readonly #missing = new Set<number>();
  #isKnown = false;
  /** What was found since the last change: the page is shown anew far more often than people change. */
  readonly #found = new Map<string, readonly Person[]>();

  learn(users: readonly User[]): void {
    for (const { id, username } of users) {
      if (this.#users.get(id)?.username !== username) {
        this.#users.set(id, { id, username });
        this.#found.clear();
      }
    }
  }

  /** The server has told of those to begin with. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  known(): void {
    this.#isKnown = true;
  }

  /** The server says that nobody has this id. */
  missing(id: number): void {
    this.#missing.add(id);
  }

  isMissing(id: number): boolean {
    return this.#missing.has(id);
  }

  presence(frame: PresenceFrame): void {
    this.#found.clear();
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

  get count(): number {
    return this.#users.size;
  }

  /** Those online first, then by name. */
  first(count: number): readonly Person[] {
    return this.find("", count);
  }

  /**
   * The first of those whose name contains it, whatever its case and accents: those that begin with it,
   * then those online, then by name.
   */
  find(text: string, count: number): readonly Person[] {
    const key = `${count} ${text}`;
    const found = this.#found.get(key) ?? this.#find(fold(text), count);
    this.#found.set(key, found);
    return found;
  }

  #find(text: string, count: number): readonly Person[] {
    const matches = [...this.#users.values()].flatMap((user) => {
      const place = fold(user.username).indexOf(text);
      return place < 0 ? [] : { person: this.#person(user), begins: place === 0 };
    });
    return firstOf(matches, count, inOrder).map(({ person }) => person);
  }

  #person(user: User): Person {
    return { ...user, isOnline: this.#online.has(user.id) };
  }
}

interface Match {
  readonly person: Person;
  readonly begins: boolean;
}

const { compare } = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

function inOrder(one: Match, other: Match): number {
  return (
    Number(other.begins) - Number(one.begins) ||
    Number(other.person.isOnline) - Number(one.person.isOnline) ||
    compare(one.person.username, other.person.username)
  );
}
