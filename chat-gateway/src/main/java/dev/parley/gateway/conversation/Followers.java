package dev.parley.gateway.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.Timers;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.relay.RelayedEvent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Does what a delivered event means for this gateway itself. */
@Singleton
class Followers {

  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration LATER = Duration.ofMillis(50);

  private final ObjectMapper json;
  private final Timers timers;
  private final Instance<Newcomers> newcomers;

  Followers(ObjectMapper json, Timers timers, Instance<Newcomers> newcomers) {
    this.json = json;
    this.timers = timers;
    this.newcomers = newcomers;
  }

  /** Called under the order's lock: the work is done after it. */
  void follow(ConversationId conversation, RelayedEvent event, Conversations conversations) {
    if (event.is(EventType.LEFT)) {
      left(AT_ONCE, conversation, new UserId(event.subject()), conversations);
    } else if (event.is(EventType.ADDED) && conversation instanceof ConversationId.Inbox inbox) {
      timers.after(AT_ONCE, timer -> added(inbox, event));
    }
  }

  private void left(
      Duration wait, ConversationId conversation, UserId user, Conversations conversations) {
    timers.after(
        wait,
        timer -> {
          boolean settled =
              conversations.find(conversation).map(it -> conversations.left(user, it)).orElse(true);
          if (!settled) {
            left(LATER, conversation, user, conversations);
          }
        });
  }

  private void added(ConversationId.Inbox inbox, RelayedEvent event) {
    if (body(event) instanceof EventBody.Added added) {
      newcomers.get().added(inbox.owner(), added);
    }
  }

  private EventBody body(RelayedEvent event) {
    try {
      return json.readValue(event.json(), Event.class).body();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event is always JSON", e);
    }
  }
}
