package dev.parley.gateway.message;

import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.frame.SocketTime;
import dev.parley.gateway.presence.Presence;
import dev.parley.protocol.internal.StoredMessage;
import dev.parley.protocol.internal.TraceParent;
import jakarta.inject.Singleton;

/** Writes the frames of a committed message, each once, for all the clients that will get it. */
@Singleton
class MessageFrames {

  private final FrameEncoder encoder;
  private final Presence presence;

  MessageFrames(FrameEncoder encoder, Presence presence) {
    this.encoder = encoder;
    this.presence = presence;
  }

  RelayedMessage relayed(CommittedMessage committed) {
    return relayed(committed.message(), committed.span().traceParent());
  }

  /** One that was fetched: it did not come on the way that is traced. */
  RelayedMessage relayed(StoredMessage message) {
    return relayed(message, null);
  }

  private RelayedMessage relayed(StoredMessage message, TraceParent trace) {
    return new RelayedMessage(
        message.conversation(),
        message.seq(),
        message.sender().id(),
        chat(message),
        message.recipient() == null ? null : chatSent(message),
        trace);
  }

  String chat(StoredMessage message) {
    return encoder.json(
        new ServerFrame.Chat(
            message.content(),
            message.sender().username(),
            SocketTime.format(message.timestamp()),
            message.recipient() == null,
            message.recipient() == null ? null : message.recipient().username(),
            message.conversation(),
            message.seq(),
            message.sender().id(),
            message.clientId()));
  }

  private String chatSent(StoredMessage message) {
    return encoder.json(
        new ServerFrame.ChatSent(
            message.content(),
            message.sender().username(),
            SocketTime.format(message.timestamp()),
            false,
            message.recipient().username(),
            presence.isConnected(message.recipient().id()),
            message.conversation(),
            message.seq(),
            message.sender().id(),
            message.clientId()));
  }
}
