import type { Commands } from "./commands.ts";
import { isRoom, type ConversationId } from "./conversation.ts";
import type { Delivery } from "./delivery.ts";
import type { ChatFrame, EventFrame } from "./events.ts";
import {
  MOST_CONVERSATIONS,
  type AckFrame,
  type AddedFrame,
  type ErrorFrame,
  type ResumedFrame,
  type ServerFrame,
  type User,
  type WelcomeFrame,
} from "./frames.ts";
import type { History } from "./history.ts";
import { messageOf, type Message } from "./message.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import type { Positions } from "./positions.ts";
import type { Resumption } from "./resumption.ts";
import type { Rooms } from "./rooms.ts";
import type { Typists } from "./typing.ts";

/** What incoming frames change. */
export interface Parts {
  readonly me: User;
  readonly people: People;
  readonly rooms: Rooms;
  readonly positions: Positions;
  readonly history: History;
  readonly outbox: Outbox;
  readonly commands: Commands;
  readonly typists: Typists;
  readonly delivery: Delivery;
  readonly resumption: Resumption;
  /** Another device of this user moved a read mark. */
  readonly markMoved: (conversation: ConversationId, seq: number) => void;
  /** This user has read something elsewhere. */
  readonly wasRead: () => void;
  /** Something may be missing there. */
  readonly catchUp: (conversation: ConversationId) => void;
  /** Somebody else wrote it just now. */
  readonly arrived: (message: Message) => void;
  /** The socket is somebody else's by now: another window logged in. */
  readonly isAnother: () => void;
  /** Nothing that was known is true any more: the server has other data. */
  readonly startedAnew: () => void;
  readonly changed: () => void;
}

type StoredAck = Extract<AckFrame, { seq: number }>;

/** Takes what the server says apart. */
export class Incoming {
  readonly #parts: Parts;
  #epoch: string | number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  received(frame: ServerFrame): void {
    const { people, positions, typists, markMoved, changed } = this.#parts;
    switch (frame.type) {
      case "welcome":
        return this.#welcomed(frame);
      case "presence":
        people.presence(frame);
        return changed();
      case "added":
        return this.#added(frame);
      case "removed":
        positions.grown(frame.conversation, frame.seq);
        return this.#forget(frame.in);
      case "ack":
        return this.#acknowledged(frame);
      case "typing":
        return typists.heard(frame);
      case "read":
        return markMoved(frame.conversation, frame.seq);
      case "resumed":
        return this.#resumed(frame);
      case "error":
        return this.#refused(frame);
      case "pong":
        return;
      default:
        return this.#event(frame);
    }
  }

  #welcomed(welcome: WelcomeFrame): void {
    const { me, people, rooms, positions, resumption, delivery, commands, isAnother, startedAnew, wasRead } = this.#parts;
    if (welcome.user.id !== me.id) {
      return isAnother();
    }
    const epoch = welcome.epoch ?? null;
    const isAnew = this.#epoch !== null && epoch !== this.#epoch;
    this.#epoch = epoch;
    if (isAnew) {
      startedAnew();
    }
    const { conversations } = welcome;
    people.learn(conversations.flatMap((entry) => entry.with ?? []));
    rooms.learn(conversations);
    positions.learn(conversations);
    this.#forgetOthers(conversations.map(({ conversation }) => conversation));
    resumption.welcomed();
    delivery.sendAll();
    commands.sendAll();
    wasRead();
  }

  /** The user left them, or was removed, while the page was away. */
  #forgetOthers(names: readonly ConversationId[]): void {
    const { rooms } = this.#parts;
    if (names.length < MOST_CONVERSATIONS) {
      const known = new Set(names);
      rooms.all.map(({ conversation }) => conversation).filter((name) => !known.has(name)).forEach((name) => this.#forget(name));
    }
  }

  #added({ conversation, seq, room, at }: AddedFrame): void {
    const { rooms, positions, changed } = this.#parts;
    positions.grown(conversation, seq);
    const entry = { ...room, last_seq: room.last_seq ?? at, read_seq: room.read_seq ?? at };
    rooms.learn([entry]);
    positions.learn([entry]);
    changed();
  }

  #resumed(frame: ResumedFrame): void {
    const { positions, resumption, changed } = this.#parts;
    const { conversation } = frame;
    if ("code" in frame) {
      this.#forgetRoom(conversation);
    } else if (frame.last_seq > 0) {
      positions.grown(conversation, frame.last_seq);
    }
    resumption.answered(conversation);
    changed();
  }

  /** A direct conversation that is not there has not begun yet, and may be open. */
  #forgetRoom(conversation: ConversationId): void {
    if (isRoom(conversation)) {
      this.#forget(conversation);
    }
  }

  /** It is no longer this user's: nothing of it stays on the page. */
  #forget(conversation: ConversationId): void {
    const { rooms, positions, history, changed } = this.#parts;
    rooms.forget(conversation);
    positions.forget(conversation);
    history.forget(conversation);
    changed();
  }

  #event(event: EventFrame): void {
    const { me, people, rooms, commands } = this.#parts;
    people.learn(usersIn(event));
    const isNew = event.seq > this.#parts.positions.of(event.conversation).last_seq;
    if (event.sender_id === me.id) {
      commands.happened(event.client_id);
    }
    if (event.type === "chat") {
      return this.#message(event, isNew);
    }
    rooms.happened(event, me.id);
    if (event.type === "left" && event.user.id === me.id && isRoom(event.conversation)) {
      return isNew ? this.#forget(event.conversation) : undefined;
    }
    if (event.type === "deleted") {
      this.#parts.positions.silent(event.conversation, event.target);
    }
    this.#stored(event);
  }

  #message(frame: ChatFrame, isNew: boolean): void {
    const { me, outbox, typists, arrived } = this.#parts;
    const message = messageOf(frame);
    if (message.senderId === me.id && message.clientId !== null) {
      outbox.remove(message.clientId);
    }
    typists.stopped(message.conversation, message.sender);
    this.#stored(frame);
    if (isNew && message.senderId !== me.id && frame.deleted !== true) {
      arrived(message);
    }
  }

  #acknowledged(ack: AckFrame): void {
    const { commands, outbox, positions, history, catchUp, changed } = this.#parts;
    const { client_id, conversation } = ack;
    if (commands.has(client_id)) {
      const timeline = history.timelines.get(conversation);
      commands.acknowledged(ack, "seq" in ack && (timeline === undefined || timeline.completeTo >= ack.seq));
    }
    const message = outbox.remove(client_id);
    if ("unchanged" in ack) {
      return changed();
    }
    if (message !== null && !ack.duplicate) {
      return this.#stored(this.#posted(ack, message.content));
    }
    // Another window may have taken it over, or it may have been edited since: then it is read.
    positions.silent(conversation, ack.seq);
    positions.grown(conversation, ack.seq);
    catchUp(conversation);
    changed();
  }

  #posted({ client_id, conversation, seq, timestamp }: StoredAck, content: string): ChatFrame {
    const { id, username } = this.#parts.me;
    return { type: "chat", conversation, seq, sender_id: id, sender: username, timestamp, client_id, content };
  }

  #stored(event: EventFrame): void {
    const { me, history, positions, catchUp, changed } = this.#parts;
    history.received(event);
    if (event.type !== "chat" || event.sender_id === me.id || event.deleted === true) {
      positions.silent(event.conversation, event.seq);
    }
    positions.grown(event.conversation, event.seq);
    catchUp(event.conversation);
    changed();
  }

  #refused(error: ErrorFrame): void {
    const { commands, delivery, changed } = this.#parts;
    const { client_id } = error;
    if (client_id === undefined) {
      return;
    }
    if (commands.has(client_id)) {
      commands.refused({ ...error, client_id });
      return changed();
    }
    delivery.refused({ ...error, client_id });
  }
}

function usersIn(event: EventFrame): User[] {
  const sender = event.sender_id === null || event.sender === null ? [] : [{ id: event.sender_id, username: event.sender }];
  return event.type === "joined" || event.type === "left" || event.type === "role_changed" ? [...sender, event.user] : sender;
}
