import type { Item } from "./message.ts";
import { fold, NOTHING, pictureFrom, type Batch, type Picture } from "./picture.ts";
import { gapsIn, type Range } from "./ranges.ts";

/** The part of one conversation that the page has. What it shows is folded out of the events that came. */
export class Timeline {
  #picture: Picture = NOTHING;

  /** A new array after each change, never changed itself. */
  get items(): readonly Item[] {
    return this.#picture.items;
  }

  /** Nothing is known of it, not even that there is nothing. */
  get isEmpty(): boolean {
    return this.#picture.covered.length === 0;
  }

  /** Everything from this place on is known, except for the gaps; 0 where nothing is. */
  get firstSeq(): number {
    return this.#picture.covered[0]?.from ?? 0;
  }

  /** The last place before the first gap: what `resume` goes on from; 0 where there is none. */
  get completeTo(): number {
    return this.#picture.covered[0]?.to ?? 0;
  }

  get lastSeq(): number {
    return this.#picture.covered.at(-1)?.to ?? 0;
  }

  get hasOlder(): boolean {
    return this.firstSeq > 1;
  }

  add(batch: Batch): void {
    this.#picture = fold(this.#picture, batch);
  }

  /** What is missing after the first place, or at all, up to `lastSeq`: the conversation's end. */
  gaps(lastSeq: number): Range[] {
    return gapsIn(this.#picture.covered, lastSeq);
  }

  /** Forgets the oldest, which can be read again. */
  keepLast(count: number): void {
    const first = this.items.at(-count);
    if (first !== undefined) {
      this.#picture = pictureFrom(this.#picture, first.seq);
    }
  }

  /** Starts anew, because too much is missing. */
  replaceWith(batch: Batch): void {
    this.#picture = fold(NOTHING, batch);
  }
}
