import type { ConversationId } from "./conversation.ts";
import type { Message } from "./message.ts";
import { Timeline } from "./timeline.ts";

export interface Page {
  /** The oldest first. */
  readonly messages: readonly Message[];
}

/** Places are exclusive; without any, the last messages. */
export interface PageRequest {
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** Null where the server could not be reached or refused. */
export type ReadPage = (conversation: ConversationId, request: PageRequest) => Promise<Page | null>;

export type Loading = "no" | "loading" | "failed";

const PAGE_LIMIT = 50;
const CATCH_UP_LIMIT = 200;
/** With more missing than this the timeline starts anew at the end. */
const LARGEST_GAP = 1_000;

/** A timeline that grew over the one is cut back to the other, while its reader is at the end. */
const LONGEST_TIMELINE = 10_000;
const CUT_BACK_TO = 5_000;

/** The timelines of the conversations that were opened, and the reading of what they lack. */
export class History {
  readonly #readPage: ReadPage;
  readonly #changed: () => void;
  readonly #timelines = new Map<ConversationId, Timeline>();
  readonly #reading = new Map<ConversationId, Promise<number>>();
  readonly #failed = new Set<ConversationId>();

  constructor(readPage: ReadPage, changed: () => void) {
    this.#readPage = readPage;
    this.#changed = changed;
  }

  get timelines(): ReadonlyMap<ConversationId, Timeline> {
    return this.#timelines;
  }

  loading(conversation: ConversationId): Loading {
    if (this.#reading.has(conversation)) {
      return "loading";
    }
    return this.#failed.has(conversation) ? "failed" : "no";
  }

  /** Reads its last messages, the first time. */
  async open(conversation: ConversationId): Promise<void> {
    if (!this.#timelines.has(conversation)) {
      await this.#read(conversation, { limit: PAGE_LIMIT });
    }
  }

  /** Nothing while another page is on its way: scrolling asks often. */
  async older(conversation: ConversationId): Promise<void> {
    const timeline = this.#timelines.get(conversation);
    if (timeline?.hasOlder && !this.#reading.has(conversation)) {
      await this.#read(conversation, { before: timeline.firstSeq, limit: PAGE_LIMIT });
    }
  }

  /** Reads again what could not be read. */
  async retryFailed(): Promise<void> {
    const failed = [...this.#failed];
    await Promise.all(failed.map((name) => (this.#timelines.has(name) ? this.older(name) : this.open(name))));
  }

  /** A message that came by itself; where the timeline is not open, opening will read it. */
  received(message: Message): void {
    this.#timelines.get(message.conversation)?.add([message]);
  }

  /** Its reader is at the end. */
  cutBack(conversation: ConversationId): void {
    const timeline = this.#timelines.get(conversation);
    if (timeline !== undefined && timeline.messages.length > LONGEST_TIMELINE) {
      timeline.keepLast(CUT_BACK_TO);
    }
  }

  /** Reads what is missing up to `lastSeq`, the conversation's end as far as it is known. */
  async catchUp(conversation: ConversationId, lastSeq: number): Promise<void> {
    const timeline = this.#timelines.get(conversation);
    const gap = timeline?.gaps(lastSeq)[0];
    if (timeline === undefined || gap === undefined || this.#reading.has(conversation)) {
      return;
    }
    if (gap.to - gap.from >= LARGEST_GAP) {
      timeline.clear();
      await this.#read(conversation, { limit: PAGE_LIMIT });
    } else if ((await this.#read(conversation, { after: gap.from - 1, limit: CATCH_UP_LIMIT })) > 0) {
      await this.catchUp(conversation, lastSeq);
    }
  }

  /** How many messages it brought. One at a time in each conversation. */
  async #read(conversation: ConversationId, request: PageRequest): Promise<number> {
    const before = this.#reading.get(conversation) ?? Promise.resolve(0);
    const reading = before.then(() => this.#readNow(conversation, request));
    this.#reading.set(conversation, reading);
    this.#changed();
    const added = await reading;
    if (this.#reading.get(conversation) === reading) {
      this.#reading.delete(conversation);
    }
    this.#changed();
    return added;
  }

  async #readNow(conversation: ConversationId, request: PageRequest): Promise<number> {
    const page = await this.#readPage(conversation, request);
    if (page === null) {
      this.#failed.add(conversation);
      return 0;
    }
    this.#failed.delete(conversation);
    return this.#timeline(conversation).add(page.messages);
  }

  #timeline(conversation: ConversationId): Timeline {
    const timeline = this.#timelines.get(conversation) ?? new Timeline();
    this.#timelines.set(conversation, timeline);
    return timeline;
  }
}
