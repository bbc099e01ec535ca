import type { AuthorErasedFrame, ChangeFrame, ChatFrame, EventFrame } from "./events.ts";
import { happeningOf, type Item, type Message } from "./message.ts";
import { isIn, rangesFrom, withRange, type Range } from "./ranges.ts";
import { messageIn, withBase, withChange, type MessageRecord } from "./records.ts";
import { indexOf, withItem, withoutItem } from "./sorted.ts";

/** What is known of one conversation's log. Never changed itself: {@link fold} returns another one. */
export interface Picture {
  /** Places of which everything is known. */
  readonly covered: readonly Range[];
  readonly records: readonly MessageRecord[];
  /** What is shown. */
  readonly items: readonly Item[];
  readonly erased: readonly Range[];
  readonly erasedAuthors: readonly AuthorErasedFrame[];
}

/** Events, and places that are known to have nothing else to show. */
export interface Batch {
  readonly events: readonly EventFrame[];
  readonly covers: Range | null;
}

export const NOTHING: Picture = { covered: [], records: [], items: [], erased: [], erasedAuthors: [] };

/**
 * The one way in which anything gets into a picture: live, resumed, or from the storage, as an event or as a
 * message with all that happened to it. Each event counts once, in whatever order they come.
 */
export function fold(picture: Picture, { events, covers }: Batch): Picture {
  const after = events.reduce(foldEvent, picture);
  return covers === null ? after : { ...after, covered: withRange(after.covered, covers) };
}

/** Everything from one place on. */
export function pictureFrom(picture: Picture, seq: number): Picture {
  return {
    ...picture,
    covered: rangesFrom(picture.covered, seq),
    records: picture.records.filter((record) => record.seq >= seq),
    items: picture.items.filter((item) => item.seq >= seq),
  };
}

function foldEvent(picture: Picture, event: EventFrame): Picture {
  const covered = withRange(picture.covered, { from: event.seq, to: event.seq });
  return folded(covered === picture.covered ? picture : { ...picture, covered }, event);
}

function folded(picture: Picture, event: EventFrame): Picture {
  switch (event.type) {
    case "chat":
      return posted(picture, event);
    case "edited":
    case "deleted":
    case "reacted":
    case "pinned":
      return changed(picture, event);
    case "joined":
    case "left":
    case "role_changed":
    case "room_changed":
      return { ...picture, items: withItem(picture.items, happeningOf(event), false) };
    case "erased":
      return shownAnew({ ...picture, erased: event.ranges.reduce((erased, [from, to]) => withRange(erased, { from, to }), picture.erased) });
    case "author_erased":
      return shownAnew({ ...picture, erasedAuthors: withItem(picture.erasedAuthors, event, true) });
    case "unknown":
      return picture;
  }
}

function posted(picture: Picture, frame: ChatFrame): Picture {
  return withRecord(picture, withBase(recordAt(picture, frame.seq), frame));
}

function changed(picture: Picture, change: ChangeFrame): Picture {
  const record = recordAt(picture, change.target);
  const after = withChange(record, change);
  return after === record ? picture : withRecord(picture, after);
}

function recordAt({ records }: Picture, seq: number): MessageRecord {
  const record = records[indexOf(records, seq)];
  return record?.seq === seq ? record : { seq, base: null, changes: [] };
}

function withRecord(picture: Picture, record: MessageRecord): Picture {
  const records = withItem(picture.records, record, true);
  const message = shownMessage(picture, record);
  const items = message === null ? withoutItem(picture.items, record.seq) : withItem(picture.items, message, true);
  return { ...picture, records, items };
}

function shownMessage({ erased, erasedAuthors }: Picture, record: MessageRecord): Message | null {
  const message = messageIn(record);
  const isErased = message !== null && (isIn(erased, message.seq) || erasedAuthors.some((author) => isBy(author, message)));
  return isErased ? null : message;
}

function isBy({ user, up_to }: AuthorErasedFrame, { senderId, seq }: Message): boolean {
  return (typeof user === "number" ? user : user.id) === senderId && seq <= up_to;
}

function shownAnew(picture: Picture): Picture {
  const { erased, erasedAuthors } = picture;
  const isShown = (item: Item) => item.kind === "happening" || !(isIn(erased, item.seq) || erasedAuthors.some((author) => isBy(author, item)));
  return { ...picture, items: picture.items.filter(isShown) };
}
