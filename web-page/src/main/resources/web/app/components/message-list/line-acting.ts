import type { Item, Message } from "../../live/message.ts";
import type { Rights } from "../../live/rights.ts";
import { indexOf } from "../../live/sorted.ts";
import { lineKey } from "./line-keys.ts";
import type { Act, MessageActions } from "./message-actions.ts";
import type { Showing } from "./message-entries.ts";

/** The list that the lines stand in. */
export interface LineHost {
  readonly items: readonly Item[];
  readonly rightsOn: (message: Message) => Rights;
  readonly list: HTMLElement | null;
  readonly windows: MessageActions;
  act(act: Act): void;
}

type LineActions = Pick<Showing, "react" | "mayRevise" | "revisions" | "openMenu" | "openPicker">;

/** What the mouse, the finger and the keyboard do on a message. */
export class LineActing {
  readonly #host: LineHost;
  readonly actions: LineActions;

  constructor(host: LineHost) {
    this.#host = host;
    this.actions = {
      react: (message, emoji, on) => host.act({ kind: "react", message, emoji, on }),
      mayRevise: (message) => host.rightsOn(message).revisions,
      revisions: (message) => host.act({ kind: "revisions", message }),
      openMenu: (message, line) => host.windows.openMenu(message, host.rightsOn(message), line),
      openPicker: (message, line) => host.windows.openPicker(message, line),
    };
  }

  readonly pressed = (event: KeyboardEvent) => {
    const { list, act } = this.#host;
    if (list !== null) {
      lineKey(event, list, {
        menu: (line) => this.#with(line, (message) => this.actions.openMenu(message, line)),
        react: (line) => this.#with(line, (message, rights) => rights.react && this.actions.openPicker(message, line)),
        edit: (line) => this.#with(line, (message, rights) => rights.edit && act({ kind: "edit", message })),
      });
    }
  };

  /** A finger that rests on a message opens its menu; a mouse has the browser's own. */
  readonly menuWanted = (event: PointerEvent) => {
    const target = event.target as Element;
    const line = target.closest<HTMLElement>("article.stored");
    if (event.pointerType === "touch" && line !== null && target.closest("a, .reaction") === null) {
      event.preventDefault();
      this.#with(line, (message) => this.actions.openMenu(message, line));
    }
  };

  #with(line: HTMLElement, use: (message: Message, rights: Rights) => void): void {
    const { items, rightsOn } = this.#host;
    const seq = Number(line.dataset["seq"]);
    const item = items[indexOf(items, seq)];
    if (item?.kind === "message" && item.seq === seq) {
      use(item, rightsOn(item));
    }
  }
}
