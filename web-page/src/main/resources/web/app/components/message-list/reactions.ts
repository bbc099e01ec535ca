import { html, nothing, type TemplateResult } from "lit";
import type { Message, Reaction } from "../../live/message.ts";
import { t } from "../../texts/texts.ts";

/** What reactions need of those who look at them. */
export interface Reacting {
  readonly meId: number;
  readonly mayReact: boolean;
  /** Null where it is not known. */
  nameOf(user: number): string | null;
  react(message: Message, emoji: string, on: boolean): void;
}

/** So many names are told; the others are counted. */
const MOST_NAMES = 20;

/** Under a message: who reacted is told on hover, on focus, and by a long press. */
export function reactionsTemplate(message: Message, reacting: Reacting): TemplateResult | typeof nothing {
  if (message.reactions.length === 0) {
    return nothing;
  }
  return html`
    <div class="reactions" role="group" aria-label=${t.reactions.label}>
      ${message.reactions.map((reaction) => reactionTemplate(message, reaction, reacting))}
    </div>
  `;
}

function reactionTemplate(message: Message, reaction: Reaction, reacting: Reacting): TemplateResult {
  const { emoji, users, others } = reaction;
  const isMine = users.includes(reacting.meId);
  const who = whoReacted(reaction, reacting);
  const press = new LongPress();
  return html`
    <button
      class="reaction"
      aria-pressed=${isMine}
      aria-label="${emoji} ${users.length + others}, ${who}"
      ?disabled=${!reacting.mayReact}
      @pointerdown=${press.down}
      @pointerup=${press.up}
      @pointercancel=${press.up}
      @pointerleave=${press.up}
      @contextmenu=${(event: Event) => press.isHeld && event.preventDefault()}
      @click=${() => press.wasHeld() || reacting.react(message, emoji, !isMine)}
    >
      <span aria-hidden="true">${emoji} ${users.length + others}</span><span class="who" aria-hidden="true">${who}</span>
    </button>
  `;
}

/** "ada, bob and 3 others"; this user is told as "you", and those without a name are counted. */
export function whoReacted({ users, others }: Reaction, { meId, nameOf }: Pick<Reacting, "meId" | "nameOf">): string {
  const inOrder = [...users].sort((one, other) => Number(other === meId) - Number(one === meId));
  const names = inOrder.map((user) => (user === meId ? t.reactions.you : nameOf(user))).filter((name) => name !== null).slice(0, MOST_NAMES);
  return t.reactions.who(names, users.length + others - names.length);
}

/** A finger has no hover: who holds it down for a moment sees the names, and does not react. */
class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #target: Element | null = null;
  isHeld = false;

  readonly down = ({ pointerType, currentTarget }: PointerEvent) => {
    this.isHeld = false;
    if (pointerType === "touch") {
      this.#target = currentTarget as Element;
      this.#timer = setTimeout(() => this.#hold(), 450);
    }
  };

  readonly up = () => {
    clearTimeout(this.#timer);
    this.#target?.classList.remove("held");
  };

  /** The click that follows. */
  wasHeld(): boolean {
    const { isHeld } = this;
    this.isHeld = false;
    return isHeld;
  }

  #hold(): void {
    this.isHeld = true;
    this.#target?.classList.add("held");
  }
}
