import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Chat } from "../../live/chat.ts";
import type { ConversationId } from "../../live/conversation.ts";
import type { Message } from "../../live/message.ts";
import { rightsOn, type Rights } from "../../live/rights.ts";
import type { Act } from "../message-list/message-actions.ts";

/** What is shown for it. */
export interface Opens {
  edit(): void;
  revisions(message: Message): void;
  unread(seq: number): void;
}

/** What somebody does to the messages of the open conversation. */
export class Acting implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #chat: () => Chat;
  readonly #opens: Opens;
  /** What the field to write in has instead of the draft. */
  editing: Message | null = null;

  constructor(host: ReactiveControllerHost, chat: () => Chat, opens: Opens) {
    this.#host = host;
    this.#chat = chat;
    this.#opens = opens;
    host.addController(this);
  }

  hostConnected(): void {}

  readonly rightsOn = (message: Message): Rights => {
    const chat = this.#chat();
    return rightsOn(message, chat.me.id, chat.rooms.get(message.conversation));
  };

  readonly nameOf = (user: number): string | null => this.#chat().people.get(user)?.username ?? null;

  act(act: Act): void {
    const { message, kind } = act;
    const { conversation, seq } = message;
    switch (kind) {
      case "react":
        return this.#chat().give(conversation, { type: "react", target: seq, emoji: act.emoji, on: act.on });
      case "pin":
      case "unpin":
        return this.#chat().give(conversation, { type: "pin", target: seq, on: kind === "pin" });
      case "delete":
        return this.#chat().deleteSoon(conversation, seq);
      case "unread":
        this.#chat().markUnread(conversation, seq);
        return this.#opens.unread(seq);
      case "edit":
        return this.#edit(message);
      case "revisions":
        return this.#opens.revisions(message);
    }
  }

  /** The last message that this user may edit. */
  editLast(conversation: ConversationId): void {
    const chat = this.#chat();
    const last = chat.items(conversation).findLast((item) => item.kind === "message" && item.senderId === chat.me.id && this.rightsOn(item).edit);
    if (last?.kind === "message") {
      this.#edit(last);
    }
  }

  /** Somebody deleted it meanwhile, here or elsewhere. */
  get isEditedGone(): boolean {
    const { editing } = this;
    return editing !== null && !this.#chat().items(editing.conversation).some((item) => item.seq === editing.seq);
  }

  edited(content: string): void {
    const { editing } = this;
    if (editing !== null && content !== editing.content) {
      this.#chat().give(editing.conversation, { type: "edit", target: editing.seq, content });
    }
    this.stop();
  }

  stop(): void {
    this.editing = null;
    this.#host.requestUpdate();
  }

  #edit(message: Message): void {
    this.editing = message;
    this.#host.requestUpdate();
    this.#opens.edit();
  }
}
