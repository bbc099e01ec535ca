import { instantOf, type Cancel, type Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { GLOBAL, partnerIn, type ConversationId } from "./conversation.ts";
import { Delivery } from "./delivery.ts";
import type { AckFrame, ChatFrame, ErrorFrame, Position, ServerFrame, User, WelcomeFrame } from "./frames.ts";
import { History, type ReadPage } from "./history.ts";
import { messageOf, type Message } from "./message.ts";
import { Outbox, type KeyValueStore } from "./outbox.ts";
import { People } from "./people.ts";
import { Positions } from "./positions.ts";
import { ReadMark } from "./read-mark.ts";
import { Socket, type OpenWire } from "./socket.ts";
import { TypingSignal, Typists } from "./typing.ts";

/** What the chat needs from its surroundings. */
export interface Surroundings {
  readonly openWire: OpenWire;
  readonly readPage: ReadPage;
  readonly readUsers: () => Promise<readonly User[] | null>;
  readonly readPositions: () => Promise<readonly Position[] | null>;
  readonly store: KeyValueStore;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Unique for ever, at most 64 characters. */
  readonly newClientId: () => string;
}

/** A server that does not answer `resume` within this is asked over HTTP instead. */
const RESUME_WITHIN_MS = 5_000;

/** One user's chat, live: what is known, and what the user can do. Tells its listener after each change. */
export class Chat {
  readonly me: User;
  readonly people = new People();
  readonly positions = new Positions();
  readonly history: History;
  readonly outbox: Outbox;
  readonly typists: Typists;
  readonly #surroundings: Surroundings;
  readonly #changed: () => void;
  readonly #socket: Socket;
  readonly #delivery: Delivery;
  readonly #typing: TypingSignal;
  readonly #readMark: ReadMark;
  readonly #resuming = new Set<ConversationId>();
  #cancelResuming: Cancel = () => {};
  #version = 0;

  constructor(me: User, surroundings: Surroundings, changed: () => void) {
    const { clock, random, store, openWire, readPage } = surroundings;
    this.me = me;
    this.#surroundings = surroundings;
    this.#changed = () => {
      this.#version++;
      changed();
    };
    this.#socket = new Socket(openWire, clock, random, {
      frame: (frame) => this.#received(frame),
      connection: (connection) => this.#connectionChanged(connection),
    });
    this.history = new History(readPage, this.#changed);
    this.outbox = new Outbox(store, me.id);
    this.typists = new Typists(clock, this.#changed);
    this.#delivery = new Delivery(this.outbox, this.#socket, clock, this.#changed);
    this.#typing = new TypingSignal(clock, (frame) => this.#socket.send(frame));
    this.#readMark = new ReadMark(clock, (frame) => this.#socket.send(frame));
    this.people.learn([me]);
  }

  /** Grows with each change. */
  get version(): number {
    return this.#version;
  }

  get connection(): Connection {
    return this.#socket.connection;
  }

  get unreadInAll(): number {
    const unread = this.positions.conversations.map((name) => this.positions.unread(name));
    return unread.reduce((sum, count) => sum + count, 0);
  }

  start(): void {
    this.#socket.start();
    void this.#learnUsers();
    void this.#learnPositions();
  }

  stop(): void {
    this.#cancelResuming();
    this.#typing.stop();
    this.#readMark.stop();
    this.#delivery.stop();
    this.#socket.stop();
  }

  async open(conversation: ConversationId): Promise<void> {
    await this.history.open(conversation);
    await this.#catchUp(conversation);
  }

  /** False while it is not known who its other participant is. */
  canSendTo(conversation: ConversationId): boolean {
    return this.#recipientIn(conversation) !== undefined;
  }

  send(conversation: ConversationId, content: string): void {
    const recipient = this.#recipientIn(conversation);
    if (recipient === undefined) {
      return;
    }
    this.#typing.stop();
    const { clock, newClientId } = this.#surroundings;
    this.outbox.add({ clientId: newClientId(), conversation, recipient, content, at: clock.now() });
    this.#delivery.sendWaiting();
  }

  retry(clientId: string): void {
    this.#delivery.retry(clientId);
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
    this.#changed();
  }

  typed(conversation: ConversationId): void {
    const recipient = this.#recipientIn(conversation);
    if (recipient !== undefined) {
      this.#typing.typed(recipient);
    }
  }

  /** The user sees the end of it. */
  seen(conversation: ConversationId): void {
    this.#read(conversation, this.history.timelines.get(conversation)?.lastSeq ?? 0);
  }

  /** The network is back, or the user asks. */
  reconnectNow(): void {
    this.#socket.retryNow();
  }

  networkLost(): void {
    this.#socket.drop();
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case "welcome":
        return this.#welcomed(frame);
      case "presence":
        this.people.presence(frame);
        return this.#changed();
      case "chat":
      case "chat_sent":
        return this.#message(frame);
      case "ack":
        return this.#acknowledged(frame);
      case "typing":
        return this.typists.heard(frame);
      case "read":
        this.positions.read(frame.conversation, frame.seq);
        return this.#changed();
      case "resumed":
        this.#resuming.delete(frame.conversation);
        return void this.#catchUp(frame.conversation);
      case "error":
        return this.#refused(frame);
      case "pong":
        return;
    }
  }

  #welcomed(welcome: WelcomeFrame): void {
    this.positions.learn(welcome.conversations);
    this.#resume();
    this.#delivery.sendAll();
  }

  #resume(): void {
    const cursors: Record<ConversationId, number> = {};
    for (const [conversation, { completeTo }] of this.history.timelines) {
      cursors[conversation] = completeTo;
      this.#resuming.add(conversation);
    }
    if (this.#resuming.size > 0) {
      this.#socket.send({ type: "resume", conversations: cursors });
      this.#cancelResuming();
      this.#cancelResuming = this.#surroundings.clock.after(RESUME_WITHIN_MS, () => this.#resumed());
    }
  }

  #resumed(): void {
    const unanswered = [...this.#resuming];
    this.#resuming.clear();
    unanswered.forEach((conversation) => void this.#catchUp(conversation));
  }

  #message(frame: ChatFrame): void {
    const message = messageOf(frame);
    this.people.learn([{ id: message.senderId, username: message.sender }]);
    if (message.senderId === this.me.id && message.clientId !== null) {
      this.outbox.remove(message.clientId);
    }
    this.typists.stopped(message.conversation, message.sender);
    this.#stored(message);
  }

  #acknowledged({ client_id, conversation, seq, timestamp }: AckFrame): void {
    const message = this.outbox.remove(client_id);
    if (message !== null) {
      this.#stored({
        conversation,
        seq,
        senderId: this.me.id,
        sender: this.me.username,
        content: message.content,
        at: instantOf(timestamp),
        clientId: client_id,
      });
      this.#read(conversation, seq);
    }
  }

  #stored(message: Message): void {
    this.history.received(message);
    this.positions.grown(message.conversation, message.seq);
    void this.#catchUp(message.conversation);
    this.#changed();
  }

  #refused(error: ErrorFrame): void {
    if (error.client_id !== undefined) {
      this.#delivery.refused({ ...error, client_id: error.client_id });
    }
  }

  #read(conversation: ConversationId, seq: number): void {
    if (this.positions.read(conversation, seq)) {
      this.#readMark.moved(conversation, seq);
      this.#changed();
    }
  }

  async #catchUp(conversation: ConversationId): Promise<void> {
    if (!this.#resuming.has(conversation)) {
      await this.history.catchUp(conversation, this.positions.of(conversation).last_seq);
    }
  }

  #connectionChanged(connection: Connection): void {
    if (connection.kind === "waiting") {
      this.people.nobodyOnline();
      this.#resuming.clear();
    }
    this.#changed();
  }

  async #learnUsers(): Promise<void> {
    const users = await this.#surroundings.readUsers();
    this.people.learn(users ?? []);
    this.#changed();
  }

  async #learnPositions(): Promise<void> {
    const positions = await this.#surroundings.readPositions();
    if (positions !== null) {
      this.positions.learn(positions);
      this.#changed();
    }
  }

  /** Null for everybody; undefined where it is not known: never the same, a private message is private. */
  #recipientIn(conversation: ConversationId): string | null | undefined {
    if (conversation === GLOBAL) {
      return null;
    }
    const partner = partnerIn(conversation, this.me.id);
    return partner === null ? undefined : this.people.get(partner)?.username;
  }
}
