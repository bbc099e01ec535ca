package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Counts what one client gets, and checks that it comes in the promised order. */
final class Inbox {

  /** The position of the type in {@code {"type":"chat"…}}. */
  private static final int TYPE_AT = 9;

  private static final int BEHIND_CHAT = TYPE_AT + "chat".length();

  private final Client client;
  private final Crowd crowd;
  private final ChatReader chats;
  private final Sequences sequences = new Sequences();
  private final Roster roster = new Roster();
  private Listener listener;
  private boolean greeted;
  private boolean seesEverybody;
  private long received;
  private long receivedBefore;
  private long textFrames;
  private int lastMessageBytes;
  private int welcomeBytes;
  private long readAt;

  Inbox(Client client, Crowd crowd) {
    this.client = client;
    this.crowd = crowd;
    this.chats = crowd.chatReader(client.dialect());
  }

  void listener(Listener other) {
    listener = other;
  }

  long received() {
    return received - receivedBefore;
  }

  void startCounting() {
    receivedBefore = received;
  }

  long textFrames() {
    return textFrames;
  }

  int lastMessageBytes() {
    return lastMessageBytes;
  }

  int welcomeBytes() {
    return welcomeBytes;
  }

  /** Sets the arrival time of the frames that are read next. */
  void beginRead() {
    readAt = crowd.takesTimes() ? Content.now() : 0;
  }

  void endRead() {
    if (listener != null) {
      listener.readComplete();
    }
  }

  void text(ByteBuf bytes, int start, int length) {
    textFrames++;
    if (bytes.getByte(start + TYPE_AT) == 'c') {
      chat(bytes, start, length);
    } else {
      other(bytes, start, length);
    }
    if (!greeted) {
      greeted = true;
      welcomeBytes = length;
      crowd.greeted();
    }
  }

  private void chat(ByteBuf bytes, int start, int length) {
    boolean isCopy = bytes.getByte(start + BEHIND_CHAT) == '_';
    if (crowd.isOfParley()) {
      long conversation = chats.conversation(bytes, start, length);
      sequences.seen(conversation, chats.seq(bytes, start, length));
      isCopy |= conversation > ChatReader.GLOBAL && isOwn(bytes, start, length);
    }
    if (!isCopy && crowd.takesTimes()) {
      crowd.latencies().delivered(chats, bytes, start, length, received(), readAt);
    }
    received++;
    lastMessageBytes = length;
    if (listener != null) {
      listener.delivered(client, isCopy || isOwn(bytes, start, length));
    }
  }

  private boolean isOwn(ByteBuf bytes, int start, int length) {
    return crowd.isOfParley() && chats.sender(bytes, start, length) == client.number();
  }

  private void other(ByteBuf bytes, int start, int length) {
    switch (bytes.getByte(start + TYPE_AT)) {
      case 'a' -> acknowledged();
      case 'u' -> list(bytes, start, length);
      case 'p' -> presence(bytes, start, length);
      case 'e' ->
          throw new VoidedException(
              "an error frame arrived: " + bytes.toString(start, length, StandardCharsets.UTF_8));
      default -> {}
    }
  }

  private void acknowledged() {
    if (listener != null) {
      listener.acknowledged(client);
    }
  }

  private void list(ByteBuf bytes, int start, int length) {
    if (crowd.rosterWatch().isOn()) {
      roster.list(bytes, start, length);
      look();
    }
  }

  private void presence(ByteBuf bytes, int start, int length) {
    if (crowd.rosterWatch().isOn()) {
      roster.presence(bytes, start, length);
      look();
    }
  }

  private void look() {
    boolean now = roster.isEverybody(crowd.rosterWatch().users());
    if (now != seesEverybody) {
      seesEverybody = now;
      crowd.rosterWatch().changed(now);
    }
  }
}
