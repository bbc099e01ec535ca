package dev.parley.client;

import dev.parley.client.frame.Command;

/**
 * Where a message goes.
 *
 * @param conversation its name
 * @param recipient the username of the other in a direct conversation; else null
 */
public record Destination(String conversation, String recipient) {

  public static final Destination EVERYBODY = new Destination("global", null);

  /** The conversation of two users; both may be the same. */
  public static Destination direct(long self, long other, String username) {
    return new Destination("dm-" + Math.min(self, other) + "-" + Math.max(self, other), username);
  }

  public static Destination room(long id) {
    return new Destination("room-" + id, null);
  }

  /** A message to here. */
  public Command message(String clientId, String content) {
    return new Command.Post(conversation, clientId, content);
  }

  /** The same in the first protocol, which knows neither rooms nor {@code client_id}. */
  public Command firstProtocolMessage(String content) {
    return new Command.Chat(null, content, recipient);
  }
}
