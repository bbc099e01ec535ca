import type { HappeningFrame, RoomChangedFrame } from "../live/events.ts";
import { t } from "./texts.ts";

/**
 * What happened to a room, as a sentence.
 *
 * @param before the change of its settings before this one, where it is known
 */
export function happeningText(event: HappeningFrame, before: RoomChangedFrame | null): string {
  const by = event.sender ?? t.product;
  switch (event.type) {
    case "joined":
      return joinedText[event.how]?.(by, event.user.username) ?? t.rooms.joined(event.user.username);
    case "left":
      return leftText[event.how]?.(by, event.user.username) ?? t.rooms.left(event.user.username);
    case "role_changed":
      return t.rooms.roleChanged(by, event.user.username, t.members.asRole[event.role] ?? event.role);
    case "room_changed":
      return changedText(by, before === null ? event : difference(event, before));
  }
}

const joinedText = {
  created: (by: string) => t.rooms.created(by),
  joined: (_: string, username: string) => t.rooms.joined(username),
  invited: (by: string, username: string) => t.rooms.invited(by, username),
};

const leftText = {
  left: (_: string, username: string) => t.rooms.left(username),
  removed: (by: string, username: string) => t.rooms.removed(by, username),
  banned: (by: string, username: string) => t.rooms.banned(by, username),
};

/** An event may have all settings: those that are as before are not worth telling. */
function difference(event: RoomChangedFrame, before: RoomChangedFrame): RoomChangedFrame {
  const isNew = ([name, value]: [string, unknown]) => !SETTINGS.has(name) || before[name as keyof RoomChangedFrame] !== value;
  return Object.fromEntries(Object.entries(event).filter(isNew)) as unknown as RoomChangedFrame;
}

const SETTINGS: ReadonlySet<string> = new Set(["name", "topic", "visibility", "who_may_post", "archived"]);

function changedText(by: string, { name, topic, visibility, archived, who_may_post }: RoomChangedFrame): string {
  const said = [
    name === undefined ? null : t.rooms.renamed(by, name),
    topic === undefined ? null : topicText(by, topic),
    visibility === undefined ? null : visibility === "public" ? t.rooms.madePublic(by) : t.rooms.madePrivate(by),
    archived === undefined ? null : archived ? t.rooms.archivedBy(by) : t.rooms.unarchivedBy(by),
    who_may_post === undefined ? null : t.rooms.changed(by),
  ].filter((text) => text !== null);
  return said.length === 1 ? (said[0] ?? "") : t.rooms.changed(by);
}

function topicText(by: string, topic: string | null): string {
  return topic === null || topic === "" ? t.rooms.topicRemoved(by) : t.rooms.topicChanged(by, topic);
}
