import type { Cancel, Clock } from "../../../main/resources/web/app/live/clock.ts";
import type { ChatFrame, ClientFrame, ConversationEntry, ServerFrame } from "../../../main/resources/web/app/live/frames.ts";
import type { Message } from "../../../main/resources/web/app/live/message.ts";
import type { Batch } from "../../../main/resources/web/app/live/picture.ts";
import type { KeyValueStore } from "../../../main/resources/web/app/live/key-value-store.ts";
import type { OpenWire, WireListener } from "../../../main/resources/web/app/live/socket.ts";

/** Stands still until a test lets it go on. */
export class TestingClock implements Clock {
  #wall = Date.UTC(2026, 0, 2, 3, 4, 5);
  #now = 1_000;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#wall + this.#now;
  }

  elapsed(): number {
    return this.#now;
  }

  /** Somebody sets the device's clock, forward or back. */
  set(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  after(milliseconds: number, run: () => void): Cancel {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = next.at;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.run();
    }
    this.#now = end;
  }

  #next(end: number) {
    return this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** The server's end of the connections that a page opens. */
export class TestingServer {
  readonly received: ClientFrame[] = [];
  opened = 0;
  #page: WireListener | null = null;
  #isAccepted = false;

  readonly open: OpenWire = (listener) => {
    this.opened++;
    this.#page = listener;
    this.#isAccepted = false;
    return {
      send: (text) => this.received.push(JSON.parse(text) as ClientFrame),
      close: () => listener.closed(1005),
    };
  };

  /** The page's end of the last one. */
  get page(): WireListener | null {
    return this.#page;
  }

  say(frame: ServerFrame): void {
    this.#page?.received(JSON.stringify(frame));
  }

  sayText(text: string): void {
    this.#page?.received(text);
  }

  close(code: number): void {
    this.#page?.closed(code);
  }

  /** Answers the handshake. */
  accept(): void {
    if (!this.#isAccepted) {
      this.#isAccepted = true;
      this.#page?.opened();
    }
  }

  welcome(lastSeq = 0, readSeq = lastSeq, user = ada): void {
    this.welcomeTo([{ conversation: "global", last_seq: lastSeq, read_seq: readSeq }], user);
  }

  welcomeTo(conversations: ConversationEntry[], user = ada, epoch = "e-1"): void {
    this.accept();
    this.say({
      type: "welcome",
      user,
      session_id: 7,
      version: 2,
      epoch,
      heartbeat_ms: 20_000,
      server_time: "2026-01-02T03:04:05.000000",
      limits: { max_content_characters: 4_000, max_frame_bytes: 65_536, max_client_id_length: 64 },
      conversations,
    });
  }

  /** Of one type, oldest first. */
  got<T extends ClientFrame["type"]>(type: T): (ClientFrame & { type: T })[] {
    return this.received.filter((frame): frame is ClientFrame & { type: T } => frame.type === type);
  }
}

export class TestingStore implements KeyValueStore {
  readonly #values = new Map<string, string>();

  get length(): number {
    return this.#values.size;
  }

  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#values.set(key, value);
  }

  removeItem(key: string): void {
    this.#values.delete(key);
  }
}

export const ada = { id: 1, username: "ada" };
export const bob = { id: 2, username: "bob" };

export function message(seq: number, changes: Partial<Message> = {}): Message {
  return {
    kind: "message",
    conversation: "global",
    seq,
    senderId: bob.id,
    sender: bob.username,
    content: `message ${seq}`,
    at: Date.UTC(2026, 0, 2, 3, seq),
    clientId: null,
    isEdited: false,
    isPinned: false,
    reactions: [],
    ...changes,
  };
}

export function messages(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
}

export function chatFrame(seq: number, changes: Partial<ChatFrame> = {}): ChatFrame {
  return {
    type: "chat",
    conversation: "global",
    seq,
    sender_id: bob.id,
    sender: bob.username,
    content: `message ${seq}`,
    timestamp: "2026-01-02T03:04:05.678901",
    ...changes,
  };
}

export function chatFrames(from: number, to: number): ChatFrame[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => chatFrame(from + index));
}

/** All places from one to another, as a server without other events has them. */
export function page(from: number, to: number): Batch {
  return { events: chatFrames(from, to), covers: { from, to } };
}

/** Lets promises that are settled go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}
