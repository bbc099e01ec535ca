import type { Person } from "../live/people.ts";
import type { Place } from "../live/places.ts";
import { t } from "./texts.ts";

export function titleOf(place: Place): string {
  switch (place.kind) {
    case "global":
      return t.conversation.global;
    case "room":
      return place.room.name;
    case "outside":
      return t.rooms.about;
    case "oneself":
      return t.conversation.oneself(place.person.username);
    case "direct":
      return place.person.username;
    case "unknown":
      return t.conversation.loading;
    case "nobody":
      return t.conversation.nobody;
  }
}

/** @param isConnected without a connection nobody knows who is online */
export function aboutOf(place: Place, isConnected: boolean): string {
  switch (place.kind) {
    case "global":
      return t.conversation.globalAbout;
    case "room":
      return place.room.topic;
    case "oneself":
      return t.conversation.oneselfAbout;
    case "direct":
      return isConnected ? presenceOf(place.person) : "";
    case "unknown":
    case "nobody":
    case "outside":
      return "";
  }
}

function presenceOf({ isOnline }: Person): string {
  return isOnline ? t.conversation.online : t.conversation.offline;
}

/** Above the first message. */
export function beginningOf(place: Place): string {
  switch (place.kind) {
    case "global":
      return t.messages.beginningOfGlobal;
    case "room":
      return t.rooms.beginning(place.room.name);
    case "oneself":
      return t.messages.beginningOfNotes;
    case "direct":
      return t.messages.beginningWith(place.person.username);
    case "unknown":
    case "nobody":
    case "outside":
      return "";
  }
}
