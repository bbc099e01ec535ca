package dev.parley.history.rooms;

import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import java.util.Optional;

/**
 * The settings that a request changes; it leaves out the others.
 *
 * @param editWindow null if it leaves it out
 */
record RoomSettings(
    Optional<String> name,
    Optional<String> topic,
    Optional<String> visibility,
    Optional<String> whoMayPost,
    Act.EditWindow editWindow) {

  private static final String EDIT_WINDOW = "edit_window_seconds";

  /** Fails with 422 where a field has the wrong type. */
  static RoomSettings in(RequestFields fields) {
    RoomSettings settings =
        new RoomSettings(
            fields.optionalString("name"),
            fields.optionalString("topic"),
            fields.optionalString("visibility"),
            fields.optionalString("who_may_post"),
            editWindow(fields));
    fields.check();
    return settings;
  }

  /** A null is a value: it takes the limit away. */
  private static Act.EditWindow editWindow(RequestFields fields) {
    if (!fields.has(EDIT_WINDOW)) {
      return null;
    }
    return fields
        .optionalInteger(EDIT_WINDOW)
        .map(seconds -> Parameter.valid(() -> new Act.EditWindow(inRange(seconds))))
        .orElse(new Act.EditWindow(null));
  }

  private static Integer inRange(long seconds) {
    if (seconds > Integer.MAX_VALUE) {
      throw Parameter.invalid("edit_window_seconds must be at most 2147483647");
    }
    return Math.toIntExact(Math.max(-1, seconds));
  }

  static Act.ChangeRoom archived() {
    return new Act.ChangeRoom(null, null, null, null, null, true);
  }

  /** Under another name where the request has one: somebody may have taken the old one. */
  static Act.ChangeRoom unarchived(RequestFields fields) {
    String name = fields.optionalString("name").orElse(null);
    fields.check();
    return new Act.ChangeRoom(name, null, null, null, null, false);
  }

  Act.ChangeRoom toAct() {
    return new Act.ChangeRoom(
        name.orElse(null),
        topic.orElse(null),
        visibility.map(text -> Parameter.valid(() -> Visibility.parse(text))).orElse(null),
        whoMayPost.map(text -> Parameter.valid(() -> Posters.parse(text))).orElse(null),
        editWindow,
        null);
  }
}
