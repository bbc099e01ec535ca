package dev.parley.gateway.conversation;

import java.util.Arrays;

/**
 * The conversations of a user who has a connection here. An array, because there are very many.
 * Guarded by itself.
 */
final class LocalUser {

  private static final Conversation[] NONE = {};

  private Conversation[] conversations = NONE;
  private int size;
  private boolean complete;
  private boolean gone;

  boolean has(Conversation conversation) {
    return indexOf(conversation) >= 0;
  }

  void add(Conversation conversation) {
    if (size == conversations.length) {
      conversations = Arrays.copyOf(conversations, size + 4 + size / 8);
    }
    conversations[size++] = conversation;
  }

  boolean remove(Conversation conversation) {
    int index = indexOf(conversation);
    if (index < 0) {
      return false;
    }
    conversations[index] = conversations[--size];
    conversations[size] = null;
    return true;
  }

  private int indexOf(Conversation conversation) {
    for (int i = 0; i < size; i++) {
      if (conversations[i] == conversation) {
        return i;
      }
    }
    return -1;
  }

  /** The last connection has closed; nothing is added any more. */
  Conversation[] leaveAll() {
    gone = true;
    Conversation[] all = Arrays.copyOf(conversations, size);
    conversations = NONE;
    size = 0;
    return all;
  }

  boolean isGone() {
    return gone;
  }

  /** Whether the history service told of all conversations that there were. */
  boolean isComplete() {
    return complete;
  }

  void setComplete(boolean complete) {
    this.complete = complete;
  }
}
