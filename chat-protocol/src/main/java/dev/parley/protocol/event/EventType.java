package dev.parley.protocol.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of events on the wire, and how they are stored: never rename one. */
public enum EventType {
  CHAT("chat", EventBody.Posted.class),
  EDITED("edited", EventBody.Edited.class),
  DELETED("deleted", EventBody.Deleted.class),
  REACTED("reacted", EventBody.Reacted.class),
  PINNED("pinned", EventBody.Pinned.class),
  JOINED("joined", EventBody.Joined.class),
  LEFT("left", EventBody.Left.class),
  ROLE_CHANGED("role_changed", EventBody.RoleChanged.class),
  ROOM_CHANGED("room_changed", EventBody.RoomChanged.class),
  ADDED("added", EventBody.Added.class),
  REMOVED("removed", EventBody.Removed.class),
  SETTINGS_CHANGED("settings_changed", EventBody.SettingsChanged.class);

  private static final Map<String, EventType> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::code, Function.identity()));

  private static final Map<Class<?>, EventType> BY_BODY =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::body, Function.identity()));

  private final String code;
  private final Class<? extends EventBody> body;

  EventType(String code, Class<? extends EventBody> body) {
    this.code = code;
    this.body = body;
  }

  public String code() {
    return code;
  }

  public Class<? extends EventBody> body() {
    return body;
  }

  /** Empty for a type of a newer version. */
  public static Optional<EventType> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  public static String codeOf(EventBody body) {
    return body instanceof EventBody.Unknown unknown
        ? unknown.type()
        : BY_BODY.get(body.getClass()).code();
  }
}
