import { directConversation } from "./conversation.ts";
import { fold } from "./folding.ts";
import { placeOf, type Known, type Place } from "./places.ts";

const MOST = 30;

/**
 * The places whose name contains what is looked for, those that begin with it first; without it, the
 * latest conversations.
 *
 * @param conversations the user's own, which come before people without one
 * @param nameOf as it is shown
 */
export function findPlaces(
  wanted: string,
  conversations: readonly string[],
  known: Known,
  nameOf: (place: Place) => string,
): Place[] {
  const { me, people } = known;
  const text = fold(wanted.trim());
  const persons = people.find(text, MOST).map(({ id }) => directConversation(me.id, id));
  // Shown by another name than the user's.
  const notes = text === "" ? [] : [directConversation(me.id, me.id)];
  const names = new Set([...conversations, ...persons, ...notes]);
  const places = [...names].map((name) => placeOf(name, known));
  const found = places.filter((place) => isSomewhere(place) && fold(nameOf(place)).includes(text));
  const begins = (place: Place) => Number(fold(nameOf(place)).startsWith(text));
  return found.sort((one, other) => begins(other) - begins(one)).slice(0, MOST);
}

function isSomewhere({ kind }: Place): boolean {
  return kind !== "unknown" && kind !== "nobody" && kind !== "outside";
}
