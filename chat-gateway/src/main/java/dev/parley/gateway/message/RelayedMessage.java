package dev.parley.gateway.message;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.TraceParent;
import java.util.Objects;

/**
 * A committed message as ready JSON, from gateway to gateway and on to the clients.
 *
 * @param chat what the readers get
 * @param chatSent what the sender's own sockets get in a direct conversation, else null
 * @param trace its publish, where it is traced, else null
 */
record RelayedMessage(
    ConversationId conversation,
    Sequence seq,
    UserId sender,
    String chat,
    String chatSent,
    TraceParent trace) {
  RelayedMessage {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(seq, "seq");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(chat, "chat");
  }

  /** How much it is to keep and to send. */
  int characters() {
    return chat.length() + length(chatSent) + (trace == null ? 0 : length(trace.value()));
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
