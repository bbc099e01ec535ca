import { isRoom, roomIdIn, type ConversationId } from "./conversation.ts";
import type { EventFrame, Role, Visibility, WhoMayPost } from "./events.ts";
import type { ConversationEntry } from "./frames.ts";

/** A room that this user is in. */
export interface Room {
  readonly conversation: ConversationId;
  readonly id: number;
  readonly name: string;
  readonly topic: string;
  readonly role: Role;
  readonly visibility: Visibility;
  readonly whoMayPost: WhoMayPost;
  readonly isArchived: boolean;
  /** All events up to there are in it. */
  readonly asOf: number;
}

/** The rooms that this user is in, as their logs tell of them. */
export class Rooms {
  readonly #rooms = new Map<ConversationId, Room>();

  get(conversation: ConversationId): Room | null {
    return this.#rooms.get(conversation) ?? null;
  }

  get all(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** From the server, as it is now. */
  learn(entries: readonly ConversationEntry[]): void {
    entries.filter(({ conversation }) => isRoom(conversation)).forEach((entry) => this.#learn(entry));
  }

  /** True where it changed something. */
  happened(event: EventFrame, me: number): boolean {
    const room = this.get(event.conversation);
    if (room === null || event.seq <= room.asOf) {
      return false;
    }
    const after = roomAfter(room, event, me);
    this.#rooms.set(room.conversation, { ...after, asOf: event.seq });
    return after !== room;
  }

  forget(conversation: ConversationId): void {
    this.#rooms.delete(conversation);
  }

  #learn(entry: ConversationEntry): void {
    const { conversation, last_seq } = entry;
    const known = this.get(conversation);
    if (known === null || last_seq >= known.asOf) {
      this.#rooms.set(conversation, {
        conversation,
        id: roomIdIn(conversation) ?? 0,
        name: entry.name ?? known?.name ?? conversation,
        topic: entry.topic ?? known?.topic ?? "",
        role: entry.role ?? known?.role ?? "member",
        visibility: entry.visibility ?? known?.visibility ?? "private",
        whoMayPost: entry.who_may_post ?? known?.whoMayPost ?? "members",
        isArchived: entry.archived ?? known?.isArchived ?? false,
        asOf: last_seq,
      });
    }
  }
}

/** The same where the event changes nothing of it. */
export function roomAfter(room: Room, event: EventFrame, me: number): Room {
  switch (event.type) {
    case "room_changed":
      return {
        ...room,
        name: event.name ?? room.name,
        topic: event.topic === undefined ? room.topic : (event.topic ?? ""),
        visibility: event.visibility ?? room.visibility,
        whoMayPost: event.who_may_post ?? room.whoMayPost,
        isArchived: event.archived ?? room.isArchived,
      };
    case "joined":
    case "role_changed":
      return event.user.id === me ? { ...room, role: event.role } : room;
    default:
      return room;
  }
}
