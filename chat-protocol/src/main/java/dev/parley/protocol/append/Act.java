package dev.parley.protocol.append;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a command wants to happen in a conversation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Act.Post.class, name = "post"),
  @JsonSubTypes.Type(value = Act.Edit.class, name = "edit"),
  @JsonSubTypes.Type(value = Act.Delete.class, name = "delete"),
  @JsonSubTypes.Type(value = Act.React.class, name = "react"),
  @JsonSubTypes.Type(value = Act.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Act.CreateRoom.class, name = "create_room"),
  @JsonSubTypes.Type(value = Act.Join.class, name = "join"),
  @JsonSubTypes.Type(value = Act.Leave.class, name = "leave"),
  @JsonSubTypes.Type(value = Act.AddMember.class, name = "add_member"),
  @JsonSubTypes.Type(value = Act.RemoveMember.class, name = "remove_member"),
  @JsonSubTypes.Type(value = Act.Ban.class, name = "ban"),
  @JsonSubTypes.Type(value = Act.Unban.class, name = "unban"),
  @JsonSubTypes.Type(value = Act.ChangeRole.class, name = "change_role"),
  @JsonSubTypes.Type(value = Act.ChangeRoom.class, name = "change_room"),
  @JsonSubTypes.Type(value = Act.ChangeSettings.class, name = "change_settings"),
})
public sealed interface Act {

  /** The most frequent one by far; whatever a message consists of is decided when it is sent. */
  record Post(MessageContent content) implements Act {
    public Post {
      Objects.requireNonNull(content, "content");
    }
  }

  record Edit(Sequence target, MessageContent content) implements Act {
    public Edit {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(content, "content");
    }
  }

  record Delete(Sequence target) implements Act {
    public Delete {
      Objects.requireNonNull(target, "target");
    }
  }

  record React(Sequence target, Emoji emoji, boolean on) implements Act {
    public React {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(emoji, "emoji");
    }
  }

  record Pin(Sequence target, boolean on) implements Act {
    public Pin {
      Objects.requireNonNull(target, "target");
    }
  }

  /** The command names no conversation: the room gets its name when it is created. */
  record CreateRoom(String name, String topic, Visibility visibility, List<User> members)
      implements Act {
    public CreateRoom {
      members = List.copyOf(members);
    }
  }

  record Join() implements Act {}

  /**
   * @param successor becomes an owner first; null for nobody
   */
  record Leave(UserId successor) implements Act {}

  record AddMember(User user) implements Act {}

  record RemoveMember(UserId user) implements Act {}

  record Ban(User user) implements Act {}

  record Unban(UserId user) implements Act {}

  record ChangeRole(UserId user, Role role) implements Act {}

  /** A null changes nothing. */
  record ChangeRoom(
      String name,
      String topic,
      Visibility visibility,
      Posters whoMayPost,
      EditWindow editWindow,
      Boolean archived)
      implements Act {}

  /**
   * How long after its post a message may be edited.
   *
   * @param seconds null for ever
   */
  record EditWindow(Integer seconds) {
    public EditWindow {
      if (seconds != null && seconds < 0) {
        throw new IllegalArgumentException("edit_window_seconds must not be negative");
      }
    }
  }

  /** Of the sender alone. */
  record ChangeSettings(@JsonProperty("notify") Notify notifyOf, Instant mutedUntil)
      implements Act {}
}
