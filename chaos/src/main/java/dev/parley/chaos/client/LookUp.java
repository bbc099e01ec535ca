package dev.parley.chaos.client;

import dev.parley.client.frame.ConversationState;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.EventPage;
import dev.parley.client.http.Session;
import java.util.function.Consumer;

/** Reads a user's rooms from the beginning, like somebody who scrolls up. */
record LookUp(Session session, Consumer<ServerFrame.Logged> reader) {

  void all() {
    session.conversations().stream()
        .map(ConversationState::conversation)
        .filter(name -> name.startsWith("room-"))
        .forEach(this::read);
  }

  private void read(String room) {
    long cursor = 0;
    EventPage page;
    do {
      page = session.eventsAfter(room, cursor);
      page.events().forEach(reader);
      cursor = page.events().isEmpty() ? cursor : page.events().getLast().seq();
    } while (page.hasMore());
  }
}
