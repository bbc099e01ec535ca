package dev.parley.history.ledger;

import dev.parley.protocol.Emoji;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;
import java.util.Map;

/** The sender's emoji on a message, put there or taken away. */
record Reacting(Turn turn) {

  Receipt decide(Act.React react) {
    new Access(turn).active();
    Place target = Target.existing(turn, react.target()).place();
    Ledger ledger = turn.ledger();
    Reaction reaction = new Reaction(target, react.emoji(), turn.sender());
    if (ledger.reactions().has(reaction) == react.on()) {
      return turn.unchanged();
    }
    Map<Emoji, Integer> users = ledger.usersByEmoji(target);
    if (react.on()) {
      requireFewEmoji(users, react.emoji());
    }
    Sequence seq =
        turn.append(new EventBody.Reacted(react.target(), react.emoji(), react.on())).seq();
    if (react.on()) {
      ledger.reactions().put(reaction, seq);
      users.merge(react.emoji(), 1, Integer::sum);
    } else {
      ledger.reactions().remove(reaction);
      users.computeIfPresent(react.emoji(), (emoji, count) -> count > 1 ? count - 1 : null);
    }
    return turn.stored();
  }

  private void requireFewEmoji(Map<Emoji, Integer> users, Emoji emoji) {
    int most = turn.limits().emojiOnAMessage();
    if (!users.containsKey(emoji) && users.size() >= most) {
      throw Refusal.limit("A message has at most " + most + " different emoji");
    }
  }
}
