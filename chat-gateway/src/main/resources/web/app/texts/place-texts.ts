import type { Place } from "../live/places.ts";
import { t } from "./texts.ts";

export function titleOf(place: Place): string {
  switch (place.kind) {
    case "global":
      return t.conversation.global;
    case "oneself":
      return t.conversation.oneself(place.person.username);
    case "direct":
      return place.person.username;
    case "unknown":
      return t.conversation.unknown;
  }
}

export function aboutOf(place: Place): string {
  switch (place.kind) {
    case "global":
      return t.conversation.globalAbout;
    case "oneself":
      return t.conversation.oneselfAbout;
    case "direct":
      return place.person.isOnline ? t.conversation.online : t.conversation.offline;
    case "unknown":
      return "";
  }
}
