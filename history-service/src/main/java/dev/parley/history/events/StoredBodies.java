package dev.parley.history.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.EventType;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What an event says, as the column {@code body} of {@code changes} has it: the fields of its frame
 * without those that must be able to change or to vanish later. A user is stored as an id, and the
 * text of an edit is not stored here at all.
 */
@Singleton
public class StoredBodies {

  private static final String CONTENT = "content";
  private static final String TARGET = "target";
  private static final String USER = "user";
  private static final String USER_ID = "user_id";

  private final ObjectMapper json;

  public StoredBodies(ObjectMapper json) {
    this.json = json;
  }

  public String write(EventBody body) {
    ObjectNode fields = json.valueToTree(body);
    fields.remove(TARGET);
    fields.remove(CONTENT);
    if (fields.remove(USER) instanceof ObjectNode user) {
      fields.set(USER_ID, user.get("id"));
    }
    return fields.toString();
  }

  /**
   * @param target null where the event has none
   * @param user of whom it tells; null where it tells of nobody
   * @param content of an edit that is the newest one
   */
  EventBody read(String type, String stored, Sequence target, User user, String content) {
    Optional<EventType> known = EventType.of(type);
    return known.isEmpty()
        ? new EventBody.Unknown(type)
        : read(known.get(), stored, target, user, content);
  }

  private EventBody read(
      EventType type, String stored, Sequence target, User user, String content) {
    try {
      ObjectNode fields = (ObjectNode) json.readTree(stored);
      fields.remove(USER_ID);
      if (target != null) {
        fields.put(TARGET, target.value());
      }
      if (user != null) {
        fields.set(USER, json.valueToTree(user));
      }
      if (content != null) {
        fields.put(CONTENT, content);
      }
      return json.treeToValue(fields, type.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.code() + " cannot be read", e);
    }
  }
}
