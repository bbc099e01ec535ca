import { instantOf } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { Delivery } from "./delivery.ts";
import type { AckFrame, ChatFrame, ErrorFrame, ResumedFrame, ServerFrame, User, WelcomeFrame } from "./frames.ts";
import type { History } from "./history.ts";
import { messageOf, type Message } from "./message.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import type { Positions } from "./positions.ts";
import type { Resumption } from "./resumption.ts";
import type { Typists } from "./typing.ts";

/** What incoming frames change. */
export interface Parts {
  readonly me: User;
  readonly people: People;
  readonly positions: Positions;
  readonly history: History;
  readonly outbox: Outbox;
  readonly typists: Typists;
  readonly delivery: Delivery;
  readonly resumption: Resumption;
  /** This user has read something elsewhere. */
  readonly wasRead: () => void;
  /** Something may be missing there. */
  readonly catchUp: (conversation: ConversationId) => void;
  /** Somebody else wrote it just now. */
  readonly arrived: (message: Message) => void;
  /** The socket is somebody else's by now: another window logged in. */
  readonly isAnother: () => void;
  readonly changed: () => void;
}

/** Takes what the server says apart. */
export class Incoming {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  received(frame: ServerFrame): void {
    const { people, positions, typists, wasRead, changed } = this.#parts;
    switch (frame.type) {
      case "welcome":
        return this.#welcomed(frame);
      case "presence":
        people.presence(frame);
        return changed();
      case "chat":
      case "chat_sent":
        return this.#message(frame);
      case "ack":
        return this.#acknowledged(frame);
      case "typing":
        return typists.heard(frame);
      case "read":
        positions.read(frame.conversation, frame.seq);
        wasRead();
        return changed();
      case "resumed":
        return this.#resumed(frame);
      case "error":
        return this.#refused(frame);
      case "pong":
        return;
    }
  }

  #welcomed(welcome: WelcomeFrame): void {
    const { me, positions, resumption, delivery, isAnother, wasRead } = this.#parts;
    if (welcome.user.id !== me.id) {
      return isAnother();
    }
    positions.learn(welcome.conversations);
    resumption.welcomed();
    delivery.sendAll();
    wasRead();
  }

  #resumed(frame: ResumedFrame): void {
    const { positions, history, resumption, changed } = this.#parts;
    const { conversation } = frame;
    if ("code" in frame) {
      positions.forget(conversation);
      history.forget(conversation);
    } else if (frame.last_seq > 0) {
      positions.grown(conversation, frame.last_seq);
    }
    resumption.answered(conversation);
    changed();
  }

  #message(frame: ChatFrame): void {
    const { me, people, positions, outbox, typists, arrived } = this.#parts;
    const message = messageOf(frame);
    people.learn([{ id: message.senderId, username: message.sender }]);
    if (message.senderId === me.id && message.clientId !== null) {
      outbox.remove(message.clientId);
    }
    typists.stopped(message.conversation, message.sender);
    const isNew = message.seq > positions.of(message.conversation).last_seq;
    this.#stored(message);
    if (isNew && message.senderId !== me.id) {
      arrived(message);
    }
  }

  /** Another window may have taken the message over: then the text comes by itself, or is read. */
  #acknowledged({ client_id, conversation, seq, timestamp }: AckFrame): void {
    const { me, outbox, positions, catchUp, changed } = this.#parts;
    const message = outbox.remove(client_id);
    if (message !== null) {
      const { content } = message;
      const [senderId, sender, at] = [me.id, me.username, instantOf(timestamp)];
      return this.#stored({ conversation, seq, senderId, sender, content, at, clientId: client_id });
    }
    positions.wrote(conversation, seq);
    positions.grown(conversation, seq);
    catchUp(conversation);
    changed();
  }

  #stored(message: Message): void {
    const { me, history, positions, catchUp, changed } = this.#parts;
    history.received(message);
    if (message.senderId === me.id) {
      positions.wrote(message.conversation, message.seq);
    }
    positions.grown(message.conversation, message.seq);
    catchUp(message.conversation);
    changed();
  }

  #refused(error: ErrorFrame): void {
    if (error.client_id !== undefined) {
      this.#parts.delivery.refused({ ...error, client_id: error.client_id });
    }
  }
}
