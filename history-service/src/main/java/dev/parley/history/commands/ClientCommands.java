package dev.parley.history.commands;

import dev.parley.history.accounts.KnownUsers;
import dev.parley.history.append.GroupCommit;
import dev.parley.history.requests.CurrentUser;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.internal.GatewayKey;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Does what the current user asks for over HTTP, in the way of a command on a socket. */
@Singleton
public class ClientCommands {

  private final CurrentUser user;
  private final KnownUsers users;
  private final CommandRates rates;
  private final GroupCommit commits;
  private final CommittedEvents committed;

  ClientCommands(
      CurrentUser user,
      KnownUsers users,
      CommandRates rates,
      GroupCommit commits,
      CommittedEvents committed) {
    this.user = user;
    this.users = users;
    this.rates = rates;
    this.commits = commits;
    this.committed = committed;
  }

  /**
   * Waits until the command is committed, or refused.
   *
   * @param conversation null if the command creates it
   * @param clientId null if the client sent none
   */
  public Ack perform(ConversationId conversation, ClientId clientId, Act act) throws SQLException {
    User sender = user.get();
    rates.countOne(sender.id());
    User other =
        conversation instanceof ConversationId.Direct direct ? other(direct, sender) : null;
    Receipt receipt = append(new Command(conversation, sender, other, clientId, null, act));
    if (receipt instanceof Receipt.Stored stored) {
      committed.publish(stored);
    }
    return Ack.of(receipt, clientId);
  }

  /** Somebody else's conversation is refused later, like any other command in it. */
  private User other(ConversationId.Direct direct, User sender) throws SQLException {
    return direct.isBetween(sender.id())
        ? users.find(direct.other(sender.id())).orElse(null)
        : null;
  }

  private Receipt append(Command command) {
    try {
      return commits
          .append(List.of(command.withKey(newKey())))
          .toCompletableFuture()
          .join()
          .getFirst();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof ParleyException expected
          ? expected
          : new ParleyException(ErrorCode.UNAVAILABLE, failure.getCause());
    }
  }

  /** So that the writer may try again when it does not know whether a commit succeeded. */
  private static GatewayKey newKey() {
    return new GatewayKey("http-" + UUID.randomUUID() + UUID.randomUUID());
  }
}
