import type { Command } from "./frames.ts";
import type { Item, Message, Reaction } from "./message.ts";

/** The timeline as it will be once the server has carried out what its reader did. */
export function overlaid(items: readonly Item[], commands: readonly Command[], hidden: ReadonlySet<number>, me: number): readonly Item[] {
  if (commands.length === 0 && hidden.size === 0) {
    return items;
  }
  const touched = new Set([...hidden, ...commands.map(({ target }) => target)]);
  return items.flatMap((item) => {
    if (item.kind === "happening" || !touched.has(item.seq)) {
      return [item];
    }
    const message = hidden.has(item.seq) ? null : after(item, commands, me);
    return message === null ? [] : [message];
  });
}

function after(message: Message, commands: readonly Command[], me: number): Message | null {
  return commands
    .filter(({ target }) => target === message.seq)
    .reduce<Message | null>((shown, command) => (shown === null ? null : carriedOut(shown, command, me)), message);
}

function carriedOut(message: Message, command: Command, me: number): Message | null {
  switch (command.type) {
    case "edit":
      return { ...message, content: command.content, isEdited: true };
    case "delete":
      return null;
    case "pin":
      return { ...message, isPinned: command.on };
    case "react":
      return { ...message, reactions: reacted(message.reactions, command.emoji, command.on, me) };
  }
}

function reacted(reactions: readonly Reaction[], emoji: string, on: boolean, me: number): readonly Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (known === undefined) {
    return on ? [...reactions, { emoji, users: [me], others: 0 }] : reactions;
  }
  const others = known.users.filter((user) => user !== me);
  const users = on ? [...others, me] : others;
  const rest = reactions.map((reaction) => (reaction === known ? { ...known, users } : reaction));
  return rest.filter((reaction) => reaction.users.length + reaction.others > 0);
}
