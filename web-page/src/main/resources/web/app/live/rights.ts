import { GLOBAL, isDirect } from "./conversation.ts";
import type { Role } from "./events.ts";
import type { Message } from "./message.ts";
import type { Room } from "./rooms.ts";

/** What this user may do, as far as the page can tell: the server decides. */
export function mayPostIn({ isArchived, whoMayPost, role }: Room): boolean {
  switch (whoMayPost) {
    case "members":
      return !isArchived;
    case "moderators":
      return !isArchived && moderates(role);
    case "owners":
      return !isArchived && role === "owner";
  }
}

export function moderates(role: Role | null | undefined): boolean {
  return role === "owner" || role === "moderator";
}

/** What can be done with a message. */
export interface Rights {
  readonly react: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly pin: boolean;
  readonly revisions: boolean;
}

/** @param room null outside of rooms */
export function rightsOn({ conversation, senderId }: Message, me: number, room: Room | null): Rights {
  const isOpen = room === null ? conversation === GLOBAL || isDirect(conversation) : !room.isArchived;
  const isOwn = senderId === me;
  const isModerator = moderates(room?.role);
  return {
    react: isOpen,
    edit: isOpen && isOwn,
    delete: isOpen && (isOwn || isModerator),
    pin: isOpen && (isModerator || isDirect(conversation)),
    revisions: isModerator,
  };
}
