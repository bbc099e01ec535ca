package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.util.List;

/** Decides commands in their order. Each sees what those before it did, and none fails another. */
public record Decision(Ledger ledger, Limits limits) {

  public List<Receipt> decide(List<Command> commands) {
    return commands.stream().map(this::decide).toList();
  }

  /** A repetition is recognised before permission is asked: the first one had it. */
  private Receipt decide(Command command) {
    Receipt.Duplicate first = ledger.done(IdempotencyKey.of(command));
    if (first != null) {
      return first;
    }
    try {
      Account sender = ledger.account(command.sender().id());
      if (sender == null || !sender.isActive()) {
        throw new Refusal(ErrorCode.FORBIDDEN);
      }
      return decide(command.act(), new Turn(ledger, limits, command));
    } catch (Refusal refusal) {
      return refusal.receipt();
    }
  }

  private static Receipt decide(Act act, Turn turn) {
    return switch (act) {
      case Act.Post post -> new Posting(turn).decide(post);
      case Act.Edit edit -> new Editing(turn).decide(edit);
      case Act.Delete delete -> new Deleting(turn).decide(delete);
      case Act.React react -> new Reacting(turn).decide(react);
      case Act.Pin pin -> new Pinning(turn).decide(pin);
      case Act.CreateRoom create -> new RoomCreation(turn).decide(create);
      case Act.Join join -> new Joining(turn).decide();
      case Act.AddMember add -> new Joining(turn).decide(add);
      case Act.Leave leave -> new Leaving(turn).decide(leave);
      case Act.RemoveMember remove -> new Removing(turn).decide(remove);
      case Act.Ban ban -> new Banning(turn).decide(ban);
      case Act.Unban unban -> new Banning(turn).decide(unban);
      case Act.ChangeRole change -> new RoleChange(turn).decide(change);
      case Act.ChangeRoom change -> new RoomChange(turn).decide(change);
      case Act.ChangeSettings change -> new SettingsChange(turn).decide(change);
    };
  }
}
