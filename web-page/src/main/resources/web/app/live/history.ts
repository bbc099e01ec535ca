import type { Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { EventFrame } from "./events.ts";
import type { Batch } from "./picture.ts";
import { Pursuit, type Pursued } from "./pursuit.ts";
import { Timeline } from "./timeline.ts";

/** Places are exclusive. Before one, or without any, the last messages as they are now; after one, events. */
export interface PageRequest {
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** Null where the server could not be reached or refused. */
export type ReadPage = (conversation: ConversationId, request: PageRequest) => Promise<Batch | null>;

export type Loading = Pursued;

/** What the reading needs from outside. */
export interface Source {
  readonly readPage: ReadPage;
  readonly clock: Clock;
  readonly random: () => number;
}

const PAGE_LIMIT = 50;
const CATCH_UP_LIMIT = 200;
/** With more missing than this the timeline starts anew at the end. */
const LARGEST_GAP = 1_000;

/** A timeline that grew over the one is cut back to the other, while its reader is at the end. */
const LONGEST_TIMELINE = 10_000;
const CUT_BACK_TO = 5_000;

/** The two ends at which a conversation may lack something. */
interface Reading {
  /** Its last messages, and then those before the first. */
  readonly older: Pursuit;
  /** Those after it. */
  readonly gaps: Pursuit;
  /** As far as is known. */
  lastSeq: number;
}

/** The timelines of the conversations that were opened, and the reading of what they lack. */
export class History {
  readonly #source: Source;
  readonly #changed: () => void;
  readonly #timelines = new Map<ConversationId, Timeline>();
  readonly #readings = new Map<ConversationId, Reading>();

  constructor(source: Source, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  get timelines(): ReadonlyMap<ConversationId, Timeline> {
    return this.#timelines;
  }

  /** Of its last messages, and of older ones. */
  loading(conversation: ConversationId): Loading {
    return this.#readings.get(conversation)?.older.state ?? "no";
  }

  /** Of what is missing among the messages, or at their end. */
  catchingUp(conversation: ConversationId): Loading {
    return this.#readings.get(conversation)?.gaps.state ?? "no";
  }

  /** Reads its last messages, the first time. */
  async open(conversation: ConversationId): Promise<void> {
    if (!this.#timelines.has(conversation)) {
      await this.#reading(conversation).older.now();
    }
  }

  /** Nothing while another page is on its way: scrolling asks often. */
  async older(conversation: ConversationId): Promise<void> {
    if (this.#timelines.get(conversation)?.hasOlder) {
      await this.#reading(conversation).older.now();
    }
  }

  /** Reads again what could not be read there: a person asks. */
  async tryAgain(conversation: ConversationId): Promise<void> {
    const reading = this.#readings.get(conversation);
    await Promise.all([reading?.older.again(), reading?.gaps.again()]);
  }

  /** Reads again what could not be read anywhere: the server is back. */
  async retryFailed(): Promise<void> {
    await Promise.all([...this.#readings.keys()].map((name) => this.tryAgain(name)));
  }

  /** An event that came by itself; where the timeline is not open, opening will read it. */
  received(event: EventFrame): void {
    this.#timelines.get(event.conversation)?.add({ events: [event], covers: null });
  }

  /** Its reader is at the end. */
  cutBack(conversation: ConversationId): void {
    const timeline = this.#timelines.get(conversation);
    if (timeline !== undefined && timeline.items.length > LONGEST_TIMELINE) {
      timeline.keepLast(CUT_BACK_TO);
    }
  }

  /** Reads what is missing up to `lastSeq`, the conversation's end as far as it is known. */
  async catchUp(conversation: ConversationId, lastSeq: number): Promise<void> {
    const reading = this.#readings.get(conversation);
    if (reading !== undefined) {
      reading.lastSeq = Math.max(reading.lastSeq, lastSeq);
      await (this.#gap(conversation) === undefined ? null : reading.gaps.begin());
    }
  }

  /** Other data than before: nothing that is here has a meaning any more. */
  forgetAll(): void {
    [...this.#readings.keys()].forEach((name) => this.forget(name));
  }

  /** It is no longer this user's. */
  forget(conversation: ConversationId): void {
    this.#stop(conversation);
    this.#readings.delete(conversation);
    this.#timelines.delete(conversation);
  }

  stop(): void {
    [...this.#readings.keys()].forEach((name) => this.#stop(name));
  }

  #stop(conversation: ConversationId): void {
    const reading = this.#readings.get(conversation);
    reading?.older.stop();
    reading?.gaps.stop();
  }

  #reading(conversation: ConversationId): Reading {
    const { clock, random } = this.#source;
    const pursuit = (attempt: () => Promise<boolean>) => new Pursuit(attempt, clock, random, this.#changed);
    const reading = this.#readings.get(conversation) ?? {
      older: pursuit(() => this.#readOlder(conversation)),
      gaps: pursuit(() => this.#fillGaps(conversation)),
      lastSeq: 0,
    };
    this.#readings.set(conversation, reading);
    return reading;
  }

  async #readOlder(conversation: ConversationId): Promise<boolean> {
    const timeline = this.#timelines.get(conversation);
    const before = timeline === undefined || timeline.isEmpty ? {} : { before: timeline.firstSeq };
    const page = await this.#readPage(conversation, { ...before, limit: PAGE_LIMIT });
    if (page === null) {
      return false;
    }
    this.#timeline(conversation).add(page);
    void this.catchUp(conversation, 0);
    return true;
  }

  /** False, too, where a page came without what is known to be there. */
  async #fillGaps(conversation: ConversationId): Promise<boolean> {
    let gap = this.#gap(conversation);
    while (gap !== undefined) {
      const { from, to } = gap;
      await (to - from >= LARGEST_GAP ? this.#startAnew(conversation) : this.#readAfter(conversation, from - 1));
      gap = this.#gap(conversation);
      if (gap !== undefined && gap.from <= from) {
        return false;
      }
    }
    return true;
  }

  async #readAfter(conversation: ConversationId, after: number): Promise<void> {
    const page = await this.#readPage(conversation, { after, limit: CATCH_UP_LIMIT });
    if (page !== null) {
      this.#timeline(conversation).add(page);
    }
  }

  /** At the end: what is there goes only once that has been read. */
  async #startAnew(conversation: ConversationId): Promise<void> {
    const page = await this.#readPage(conversation, { limit: PAGE_LIMIT });
    if (page !== null && page.covers !== null) {
      this.#timeline(conversation).replaceWith(page);
    }
  }

  /** Null, too, where the conversation was forgotten meanwhile: what comes then is nobody's any more. */
  async #readPage(conversation: ConversationId, request: PageRequest): Promise<Batch | null> {
    const reading = this.#readings.get(conversation);
    const page = await this.#source.readPage(conversation, request);
    return this.#readings.get(conversation) === reading ? page : null;
  }

  #gap(conversation: ConversationId) {
    return this.#timelines.get(conversation)?.gaps(this.#readings.get(conversation)?.lastSeq ?? 0)[0];
  }

  #timeline(conversation: ConversationId): Timeline {
    const timeline = this.#timelines.get(conversation) ?? new Timeline();
    this.#timelines.set(conversation, timeline);
    return timeline;
  }
}
