package dev.parley.protocol.append;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.GatewayKey;
import java.util.Objects;

/**
 * What somebody wants to happen in a conversation, on its way to the one transaction that decides
 * and stores it.
 *
 * @param conversation null only where the command creates it
 * @param sender whose session sent it
 * @param other the other user of a direct conversation, as the auth service knows them; null
 *     elsewhere
 * @param clientId present if the sender chose one
 * @param gatewayKey may be present otherwise, so that a gateway can retry after a missing answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Command(
    ConversationId conversation,
    User sender,
    User other,
    ClientId clientId,
    GatewayKey gatewayKey,
    Act act) {

  public Command {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(act, "act");
    if ((conversation == null) != (act instanceof Act.CreateRoom)) {
      throw new IllegalArgumentException("exactly a command that creates a room names none");
    }
    if (clientId != null && gatewayKey != null) {
      throw new IllegalArgumentException("a command must have at most one idempotency key");
    }
  }

  /** Returns the same command with this key of the gateway's, unless the sender chose one. */
  public Command withKey(GatewayKey key) {
    return clientId == null ? new Command(conversation, sender, other, null, key, act) : this;
  }

  /** The key under which the command is done once; null if a second attempt would do it again. */
  @JsonIgnore
  public String idempotencyKey() {
    if (clientId != null) {
      return clientId.value();
    }
    return gatewayKey == null ? null : gatewayKey.value();
  }
}
