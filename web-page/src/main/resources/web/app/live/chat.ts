import type { Connection } from "./connection.ts";
import { Commands } from "./commands.ts";
import { GLOBAL, isRoom, partnerIn, roomIdIn, type ConversationId } from "./conversation.ts";
import { Deletions } from "./deletions.ts";
import { Delivery } from "./delivery.ts";
import { Drafts } from "./drafts.ts";
import type { ClientFrame, Command, CommandFrame, ConversationEntry, User } from "./frames.ts";
import { History, type PageRequest } from "./history.ts";
import { Incoming } from "./incoming.ts";
import type { Item } from "./message.ts";
import { Outbox } from "./outbox.ts";
import { overlaid } from "./overlay.ts";
import { Partners } from "./partners.ts";
import { People } from "./people.ts";
import type { Batch } from "./picture.ts";
import { Positions } from "./positions.ts";
import { Pursuit, type Pursued } from "./pursuit.ts";
import { ReadMark } from "./read-mark.ts";
import type { Refusal } from "./refusal.ts";
import { Resumption } from "./resumption.ts";
import { mayPostIn } from "./rights.ts";
import { Rooms } from "./rooms.ts";
import { Socket } from "./socket.ts";
import type { Surroundings } from "./surroundings.ts";
import { TypingSignal, Typists } from "./typing.ts";

/** So long a person who wants to leave waits for what is on its way. */
const DELIVER_WITHIN_MS = 4_000;

const NONE: readonly Item[] = [];

/** One user's chat, live: what is known, and what the user can do. Tells its listener after each change. */
export class Chat {
  readonly me: User;
  readonly people = new People();
  readonly rooms = new Rooms();
  readonly positions = new Positions();
  readonly history: History;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly typists: Typists;
  readonly deletions: Deletions;
  readonly #commands: Commands;
  readonly #surroundings: Surroundings;
  readonly #changed: () => void;
  readonly #socket: Socket;
  readonly #delivery: Delivery;
  readonly #typing: TypingSignal;
  readonly #readMark: ReadMark;
  readonly #resumption: Resumption;
  readonly #learning: Pursuit;
  readonly #lookers = new Set<() => void>();
  #version = 0;
  #refusal: Refusal | null = null;
  /** What somebody looks at. */
  #opened: ConversationId | null = null;
  /** It was marked as unread: that lasts until it is opened again. */
  #keptUnread: ConversationId | null = null;
  readonly #seeking: Pursuit;
  readonly #partners: Partners;

  constructor(me: User, surroundings: Surroundings, changed: () => void) {
    const { clock, random, store, openWire, readUser } = surroundings;
    this.me = me;
    this.#surroundings = surroundings;
    this.#changed = () => {
      this.#version++;
      changed();
      this.#lookers.forEach((look) => look());
    };
    this.#socket = new Socket(openWire, clock, random, {
      firstFrame: () => this.#resumption.begin(),
      frame: (frame) => incoming.received(frame),
      connection: (connection) => this.#connectionChanged(connection),
    });
    const readPage = (conversation: ConversationId, request: PageRequest) => this.#readPage(conversation, request);
    this.history = new History({ readPage, clock, random }, this.#changed);
    this.#learning = new Pursuit(() => this.#learn(), clock, random, this.#changed);
    this.#partners = new Partners(me.id, this.people, readUser, this.#changed);
    this.#seeking = new Pursuit(() => this.#partners.retry(), clock, random, this.#changed);
    this.outbox = new Outbox(store, me.id);
    this.drafts = new Drafts(store, me.id);
    this.typists = new Typists(clock, this.#changed);
    this.#commands = new Commands(store, me.id, this.#socket, clock, (command, refusal) => this.#wasRefused(command, refusal));
    this.deletions = new Deletions(clock, (name, target) => this.give(name, { type: "delete", target }));
    this.#delivery = new Delivery(this.outbox, this.#socket, clock, this.#changed);
    const say = (frame: ClientFrame) => this.#socket.send(frame);
    this.#typing = new TypingSignal(clock, say);
    this.#readMark = new ReadMark(clock, say);
    this.#resumption = new Resumption(this.history, clock, (name) => void this.#catchUp(name));
    const incoming = this.#incoming();
    this.people.learn([me]);
  }

  #incoming(): Incoming {
    const { me, people, rooms, positions, history, outbox, typists } = this;
    return new Incoming({
      me,
      people,
      rooms,
      positions,
      history,
      outbox,
      typists,
      commands: this.#commands,
      delivery: this.#delivery,
      resumption: this.#resumption,
      markMoved: (conversation, seq) => this.#markMoved(conversation, seq),
      wasRead: this.#surroundings.wasRead,
      catchUp: (conversation) => void this.#catchUp(conversation),
      arrived: this.#surroundings.arrived,
      isAnother: () => this.#socket.end("another_user"),
      startedAnew: () => this.#startAnew(),
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

  /** Of the people and conversations. */
  get learning(): Pursued {
    return this.#learning.state;
  }

  get unreadInAll(): number {
    const unread = this.positions.conversations.map((name) => this.positions.unread(name));
    return unread.reduce((sum, count) => sum + count, 0);
  }

  start(): void {
    this.#socket.start();
    void this.#learning.now();
  }

  stop(): void {
    this.deletions.finishAll();
    this.#commands.stop();
    this.#learning.stop();
    this.#seeking.stop();
    this.history.stop();
    this.#resumption.stop();
    this.#typing.stop();
    this.#readMark.stop();
    this.#delivery.stop();
    this.#socket.stop();
  }

  async open(conversation: ConversationId): Promise<void> {
    this.#opened = conversation;
    this.#keptUnread = null;
    void this.#findPartner(conversation);
    void this.#learnRoom(conversation);
    await this.history.open(conversation);
    await this.#catchUp(conversation);
  }

  /** Its messages and what happened in between, as they will be once all is sent. */
  items(conversation: ConversationId): readonly Item[] {
    const items = this.history.timelines.get(conversation)?.items ?? NONE;
    return overlaid(items, this.#commands.in(conversation), this.deletions.in(conversation), this.me.id);
  }

  /** False while it is not known who its other participant is, and where this user may only read. */
  canSendTo(conversation: ConversationId): boolean {
    const room = this.rooms.get(conversation);
    if (room !== null) {
      return mayPostIn(room);
    }
    const partner = partnerIn(conversation, this.me.id);
    return conversation === GLOBAL || (partner !== null && this.people.get(partner) !== null);
  }

  send(conversation: ConversationId, content: string): void {
    if (!this.canSendTo(conversation)) {
      return;
    }
    this.#typing.stop();
    const { clock, newClientId } = this.#surroundings;
    this.outbox.add({ clientId: newClientId(), conversation, content, at: clock.now() });
    this.#delivery.sendWaiting();
  }

  /** Does something to a message that is there. */
  give(conversation: ConversationId, command: Command): void {
    this.#commands.give(conversation, this.#surroundings.newClientId(), command);
    this.#changed();
  }

  /** In a moment, unless it is undone before. */
  deleteSoon(conversation: ConversationId, seq: number): void {
    this.deletions.begin(conversation, seq);
    this.#changed();
  }

  undoDelete(): void {
    this.deletions.undo();
    this.#changed();
  }

  /** Why the last thing that was done to a message failed; null where nothing is to be told. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  dismissRefusal(): void {
    this.#refusal = null;
    this.#changed();
  }

  /** From the message at `seq` on, until the conversation is opened again. */
  markUnread(conversation: ConversationId, seq: number): void {
    this.#readMark.stop();
    this.#keptUnread = conversation;
    this.#unread(conversation, seq);
    this.#socket.send({ type: "unread", conversation, seq });
    this.#changed();
  }

  /** It falls only where another device said so, and not where it has not yet heard what was read here. */
  #markMoved(conversation: ConversationId, seq: number): void {
    if (seq >= this.positions.of(conversation).read_seq) {
      this.positions.read(conversation, seq);
    } else if (!this.#readMark.isOnItsWay(conversation)) {
      this.#keptUnread = this.#opened === conversation ? conversation : this.#keptUnread;
      this.#unread(conversation, seq + 1);
    }
    this.#surroundings.wasRead();
    this.#changed();
  }

  #unread(conversation: ConversationId, seq: number): void {
    this.positions.markUnread(conversation, seq);
    this.#tellSilent(conversation, seq);
  }

  /** What the timeline knows of the places from `seq` on, which count again. */
  #tellSilent(conversation: ConversationId, seq: number): void {
    const timeline = this.history.timelines.get(conversation);
    const isUnread = (item: Item) => item.kind === "message" && item.senderId !== this.me.id;
    const unread = new Set(timeline?.items.filter(isUnread).map((item) => item.seq));
    for (let place = Math.max(seq, timeline?.firstSeq ?? Infinity); place <= (timeline?.completeTo ?? 0); place++) {
      if (!unread.has(place)) {
        this.positions.silent(conversation, place);
      }
    }
  }

  /** The user is in it from now on: the server says so before its event does. */
  enter(entry: ConversationEntry): void {
    this.rooms.learn([entry]);
    this.positions.learn([entry]);
    this.#changed();
  }

  /** The user is in it no longer. */
  leave(conversation: ConversationId): void {
    this.rooms.forget(conversation);
    this.positions.forget(conversation);
    this.history.forget(conversation);
    this.#changed();
  }

  retry(clientId: string): void {
    this.#delivery.retry(clientId);
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
    this.#changed();
  }

  /** Waits for what is on its way, a moment, and not for what cannot be sent now. */
  awaitDelivery(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => this.#isDelivering || done();
      const done = () => {
        cancel();
        this.#lookers.delete(look);
        resolve();
      };
      const cancel = this.#surroundings.clock.after(DELIVER_WITHIN_MS, done);
      this.#lookers.add(look);
      look();
    });
  }

  get #isDelivering(): boolean {
    return this.connection.kind === "open" && this.outbox.messages.some(({ state }) => state.kind !== "failed");
  }

  /** Somebody logs out: nothing that was not sent stays, drafts neither. */
  discardUnsent(): void {
    this.outbox.messages.forEach(({ clientId }) => this.outbox.remove(clientId));
    this.drafts.forget();
    this.#commands.forget();
    this.#changed();
  }

  /** Another window of this browser changed what the store has under `key`, or under all keys. */
  storeChanged(key: string | null): void {
    if (this.outbox.has(key)) {
      this.#delivery.sendWaiting();
    }
    if (this.drafts.has(key)) {
      this.#changed();
    }
  }

  typed(conversation: ConversationId): void {
    if (this.canSendTo(conversation)) {
      this.#typing.typed(conversation);
    }
  }

  /** The user has seen it up to the place `seq`; null for its end. */
  seen(conversation: ConversationId, seq: number | null): void {
    if (conversation === this.#keptUnread) {
      return;
    }
    if (seq === null) {
      this.history.cutBack(conversation);
    }
    this.#read(conversation, seq ?? this.history.timelines.get(conversation)?.lastSeq ?? 0);
  }

  /** The page may be gone in a moment. */
  leaving(): void {
    this.deletions.finishAll();
    this.#readMark.stop();
  }

  /** The network is back, or the user asks. */
  reconnectNow(): void {
    this.#socket.retryNow();
    void this.#makeUp();
  }

  /** Somebody looks at the page again, perhaps after the device slept. */
  wakeUp(): void {
    this.#socket.wakeUp();
    void this.#makeUp();
  }

  /** Reads again what could not be read of the people and conversations: a person asks. */
  learnAgain(): void {
    void this.#learning.again();
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
      this.#surroundings.wasRead();
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
    const room = this.#opened === null ? null : this.#learnRoom(this.#opened);
    await Promise.all([this.history.retryFailed(), this.#learning.again(), this.#seeking.again(), room]);
  }

  async #findPartner(conversation: ConversationId): Promise<void> {
    await this.#learning.settled();
    await this.#partners.find(conversation);
    await this.#seeking.now();
  }

  async #readPage(conversation: ConversationId, request: PageRequest): Promise<Batch | null> {
    const page = await this.#surroundings.readPage(conversation, request);
    for (const event of page?.events ?? []) {
      if (event.type !== "chat" || event.sender_id === this.me.id || event.deleted === true) {
        this.positions.silent(conversation, event.seq);
      }
      this.#commands.happened(event.sender_id === this.me.id ? event.client_id : null);
    }
    this.#commands.known(conversation, page?.covers?.to ?? 0);
    return page;
  }

  async #learnRoom(conversation: ConversationId): Promise<void> {
    const id = roomIdIn(conversation);
    const entry = id === null || this.rooms.get(conversation) === null ? null : await this.#surroundings.readRoom(id);
    if (entry !== null && this.rooms.get(conversation) !== null) {
      this.rooms.learn([entry]);
      this.#changed();
    }
  }

  /** What somebody wrote is not lost: it becomes part of the draft. */
  #wasRefused(command: CommandFrame, refusal: Refusal): void {
    this.#refusal = refusal;
    if (command.type === "edit") {
      this.drafts.add(command.conversation, command.content);
    }
  }

  /** The server has other data than before: what is open is read again. */
  #startAnew(): void {
    this.history.forgetAll();
    this.positions.forgetAll();
    this.rooms.all.forEach(({ conversation }) => this.rooms.forget(conversation));
    if (this.#opened !== null) {
      void this.open(this.#opened);
    }
  }

  /** What `welcome` and `presence` do not tell: users who are not online. */
  async #learn(): Promise<boolean> {
    const { readSomeUsers, readOverview } = this.#surroundings;
    const [users, overview] = await Promise.all([readSomeUsers(), readOverview()]);
    const isLearnt = users !== null && overview !== null;
    this.people.learn([...(overview?.users ?? []), ...(users ?? [])]);
    if (isLearnt) {
      this.people.known();
    }
    if (overview !== null) {
      this.rooms.learn(overview.positions.filter(({ conversation }) => isRoom(conversation)));
      this.positions.learn(overview.positions);
    }
    return isLearnt;
  }
}
