import type { Connection } from "./connection.ts";
import { GLOBAL, partnerIn, type ConversationId } from "./conversation.ts";
import { Delivery } from "./delivery.ts";
import { Drafts } from "./drafts.ts";
import type { ClientFrame, User } from "./frames.ts";
import { History } from "./history.ts";
import { Incoming } from "./incoming.ts";
import { Outbox } from "./outbox.ts";
import { People } from "./people.ts";
import { Positions } from "./positions.ts";
import { ReadMark } from "./read-mark.ts";
import { Resumption } from "./resumption.ts";
import { Socket } from "./socket.ts";
import type { Surroundings } from "./surroundings.ts";
import { TypingSignal, Typists } from "./typing.ts";

/** One user's chat, live: what is known, and what the user can do. Tells its listener after each change. */
export class Chat {
  readonly me: User;
  readonly people = new People();
  readonly positions = new Positions();
  readonly history: History;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly typists: Typists;
  readonly #surroundings: Surroundings;
  readonly #changed: () => void;
  readonly #socket: Socket;
  readonly #delivery: Delivery;
  readonly #typing: TypingSignal;
  readonly #readMark: ReadMark;
  readonly #resumption: Resumption;
  #version = 0;
  /** While it is asked for, too. */
  #isLearnt = true;
  #learning: Promise<void> = Promise.resolve();
  /** Conversations whose other participant could not be read. */
  readonly #sought = new Set<ConversationId>();

  constructor(me: User, surroundings: Surroundings, changed: () => void) {
    const { clock, random, store, openWire, readPage } = surroundings;
    this.me = me;
    this.#surroundings = surroundings;
    this.#changed = () => {
      this.#version++;
      changed();
    };
    this.#socket = new Socket(openWire, clock, random, {
      frame: (frame) => incoming.received(frame),
      connection: (connection) => this.#connectionChanged(connection),
    });
    this.history = new History(readPage, this.#changed);
    this.outbox = new Outbox(store, me.id);
    this.drafts = new Drafts(store, me.id);
    this.typists = new Typists(clock, this.#changed);
    this.#delivery = new Delivery(this.outbox, this.#socket, clock, this.#changed);
    const say = (frame: ClientFrame) => this.#socket.send(frame);
    this.#typing = new TypingSignal(clock, say);
    this.#readMark = new ReadMark(clock, say);
    this.#resumption = new Resumption(this.history, clock, say, (name) => void this.#catchUp(name));
    const incoming = this.#incoming();
    this.people.learn([me]);
  }

  #incoming(): Incoming {
    const { me, people, positions, history, outbox, typists } = this;
    return new Incoming({
      me,
      people,
      positions,
      history,
      outbox,
      typists,
      delivery: this.#delivery,
      resumption: this.#resumption,
      read: (conversation, seq) => this.#read(conversation, seq),
      catchUp: (conversation) => void this.#catchUp(conversation),
      arrived: this.#surroundings.arrived,
      isAnother: () => this.#socket.end("another_user"),
      changed: this.#changed,
    });
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
    this.#learning = this.#learn();
  }

  stop(): void {
    this.#resumption.stop();
    this.#typing.stop();
    this.#readMark.stop();
    this.#delivery.stop();
    this.#socket.stop();
  }

  async open(conversation: ConversationId): Promise<void> {
    void this.#findPartner(conversation);
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

  /** The user has seen it up to the place `seq`; null for its end. */
  seen(conversation: ConversationId, seq: number | null): void {
    if (seq === null) {
      this.history.cutBack(conversation);
    }
    this.#read(conversation, seq ?? this.history.timelines.get(conversation)?.lastSeq ?? 0);
  }

  /** The page may be gone in a moment. */
  leaving(): void {
    this.#readMark.stop();
  }

  /** The network is back, or the user asks. */
  reconnectNow(): void {
    this.#socket.retryNow();
  }

  /** Users whose name contains it, beyond those that are known. */
  async findPeople(name: string): Promise<void> {
    const users = await this.#surroundings.findUsers(name);
    this.people.learn(users ?? []);
    this.#changed();
  }

  networkLost(): void {
    this.#socket.drop();
  }

  #read(conversation: ConversationId, seq: number): void {
    if (this.positions.read(conversation, seq)) {
      this.#readMark.moved(conversation, seq);
      this.#changed();
    }
  }

  async #catchUp(conversation: ConversationId): Promise<void> {
    if (!this.#resumption.isUnderWay(conversation)) {
      await this.history.catchUp(conversation, this.positions.of(conversation).last_seq);
    }
  }

  #connectionChanged(connection: Connection): void {
    if (connection.kind === "waiting") {
      this.#resumption.stop();
    } else if (connection.kind === "open") {
      void this.#makeUp();
    }
    this.#changed();
  }

  /** What could not be read while the server was out of reach. */
  async #makeUp(): Promise<void> {
    const sought = [...this.#sought];
    await Promise.all([
      this.history.retryFailed(),
      this.#isLearnt ? null : this.#learn(),
      ...sought.map((name) => this.#findPartner(name)),
    ]);
  }

  /** A link may name somebody of whom nothing was told. */
  async #findPartner(conversation: ConversationId): Promise<void> {
    const id = partnerIn(conversation, this.me.id);
    await this.#learning;
    if (id === null || this.people.get(id) !== null) {
      return;
    }
    const user = await this.#surroundings.readUser(id);
    if (user === null) {
      this.#sought.add(conversation);
      return;
    }
    this.#sought.delete(conversation);
    if (user === undefined) {
      this.people.missing(id);
    } else {
      this.people.learn([user]);
    }
    this.#changed();
  }

  /** What `welcome` and `presence` do not tell: users who are not online. */
  async #learn(): Promise<void> {
    const { readSomeUsers, readOverview } = this.#surroundings;
    const [users, overview] = await Promise.all([readSomeUsers(), readOverview()]);
    this.#isLearnt = users !== null && overview !== null;
    this.people.learn([...(overview?.users ?? []), ...(users ?? [])]);
    if (this.#isLearnt) {
      this.people.known();
    }
    if (overview !== null) {
      this.positions.learn(overview.positions);
    }
    this.#changed();
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
