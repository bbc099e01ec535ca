package dev.parley.history.rooms;

import dev.parley.history.requests.Parameter;
import dev.parley.name.RoomName;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of rooms ends: the last one's name without case, and its id. It has the name itself,
 * because a look-up of the id would tell where a private room stands in the list. Opaque to
 * clients.
 */
record RoomCursor(String folded, long id) {

  private static final RoomCursor START = new RoomCursor("", 0);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,16}):(.{1,2000})", Pattern.DOTALL);

  static RoomCursor after(Room room) {
    return new RoomCursor(RoomName.fold(room.name()), room.id());
  }

  static RoomCursor parse(String text) {
    return text == null || text.isEmpty() ? START : decode(text);
  }

  private static RoomCursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
      if (matcher.matches() && StorableText.isStorable(matcher.group(2))) {
        return new RoomCursor(matcher.group(2), Long.parseLong(matcher.group(1)));
      }
      throw invalid();
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  private static ParleyException invalid() {
    return Parameter.invalid("after must be next_after of an earlier page");
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + ":" + folded).getBytes(StandardCharsets.UTF_8));
  }
}
