import type { Message } from "./message.ts";

/** Places that are missing between two messages, both ends included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of one conversation that the page has: in the order of `seq`, each once, whatever came
 * how often and in which order.
 */
export class Timeline {
  #messages: readonly Message[] = [];

  /** A new array after each change, never changed itself. */
  get messages(): readonly Message[] {
    return this.#messages;
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** 0 where there is none. */
  get firstSeq(): number {
    return this.#messages[0]?.seq ?? 0;
  }

  /** The last message before the first gap: what `resume` goes on from; 0 where there is none. */
  get completeTo(): number {
    const gap = this.gaps(this.lastSeq)[0];
    return gap === undefined ? this.lastSeq : gap.from - 1;
  }

  get lastSeq(): number {
    return this.#messages.at(-1)?.seq ?? 0;
  }

  get hasOlder(): boolean {
    return this.firstSeq > 1;
  }

  /** How many of them were new. */
  add(messages: readonly Message[]): number {
    const [first, last] = [messages[0], messages.at(-1)];
    if (first === undefined || last === undefined || !isRising(messages)) {
      return this.#merge(messages);
    }
    if (this.isEmpty || first.seq > this.lastSeq) {
      this.#messages = [...this.#messages, ...messages];
      return messages.length;
    }
    if (last.seq < this.firstSeq) {
      this.#messages = [...messages, ...this.#messages];
      return messages.length;
    }
    return this.#merge(messages);
  }

  #merge(messages: readonly Message[]): number {
    const bySeq = new Map(this.#messages.map((message) => [message.seq, message]));
    const sizeBefore = bySeq.size;
    for (const message of messages) {
      if (!bySeq.has(message.seq)) {
        bySeq.set(message.seq, message);
      }
    }
    if (bySeq.size > sizeBefore) {
      this.#messages = this.#inOrder(bySeq);
    }
    return bySeq.size - sizeBefore;
  }

  /** What is missing after the first message, or at all, up to `lastSeq`: the conversation's end. */
  gaps(lastSeq: number): Gap[] {
    const gaps: Gap[] = [];
    let expected = this.isEmpty ? 1 : this.firstSeq;
    if (this.#isDense) {
      return lastSeq > this.lastSeq ? [{ from: this.lastSeq + 1, to: lastSeq }] : [];
    }
    for (const { seq } of this.#messages) {
      if (seq > expected) {
        gaps.push({ from: expected, to: seq - 1 });
      }
      expected = seq + 1;
    }
    if (lastSeq >= expected) {
      gaps.push({ from: expected, to: lastSeq });
    }
    return gaps;
  }

  /** Nearly always, and seen at once however long it is. */
  get #isDense(): boolean {
    return this.#messages.length > 0 && this.#messages.length === this.lastSeq - this.firstSeq + 1;
  }

  /** Forgets the oldest, which can be read again. */
  keepLast(count: number): void {
    this.#messages = this.#messages.slice(-count);
  }

  /** Starts anew, because too much is missing. */
  replaceWith(messages: readonly Message[]): void {
    this.#messages = [];
    this.add(messages);
  }

  #inOrder(bySeq: Map<number, Message>): readonly Message[] {
    return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
  }
}

function isRising(messages: readonly Message[]): boolean {
  return messages.every(({ seq }, index) => index === 0 || seq > (messages[index - 1]?.seq ?? 0));
}
