package dev.parley.history.rooms;

import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import java.util.Optional;

/** The settings that a request changes; it leaves out the others. */
record RoomSettings(
    Optional<String> name,
    Optional<String> topic,
    Optional<String> visibility,
    Optional<String> whoMayPost) {

  /** Fails with 422 where a field has the wrong type. */
  static RoomSettings in(RequestFields fields) {
    RoomSettings settings =
        new RoomSettings(
            fields.optionalString("name"),
            fields.optionalString("topic"),
            fields.optionalString("visibility"),
            fields.optionalString("who_may_post"));
    fields.check();
    return settings;
  }

  static Act.ChangeRoom archived(boolean archived) {
    return new Act.ChangeRoom(null, null, null, null, archived);
  }

  Act.ChangeRoom toAct() {
    return new Act.ChangeRoom(
        name.orElse(null),
        topic.orElse(null),
        visibility.map(text -> Parameter.valid(() -> Visibility.parse(text))).orElse(null),
        whoMayPost.map(text -> Parameter.valid(() -> Posters.parse(text))).orElse(null),
        null);
  }
}
