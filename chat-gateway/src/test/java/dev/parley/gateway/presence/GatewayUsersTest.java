package dev.parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G9. */
class GatewayUsersTest {

  private static final User ADA = new User(new UserId(12), "ada");
  private static final User BOB = new User(new UserId(57), "b:b");
  private static final GatewayUsers USERS =
      new GatewayUsers(17, Map.of(ADA, PresenceState.CONNECTED, BOB, PresenceState.LINGERING));

  @Test
  void whatIsWrittenIsRead() {
    Map<String, String> fields = USERS.fields();
    assertEquals(
        Map.of("version", "17", "size", "2", "12", "CONNECTED:ada", "57", "LINGERING:b:b"), fields);
    assertEquals(Optional.of(USERS), GatewayUsers.parse(fields));
  }

  @Test
  void aGatewayWithoutUsersIsWhole() {
    GatewayUsers nobody = new GatewayUsers(3, Map.of());
    assertEquals(Optional.of(nobody), GatewayUsers.parse(nobody.fields()));
  }

  @Test
  void whatIsNotWholeIsNotBelieved() {
    assertEquals(Optional.empty(), GatewayUsers.parse(Map.of()));
    assertEquals(Optional.empty(), GatewayUsers.parse(without("12")));
    assertEquals(Optional.empty(), GatewayUsers.parse(without("version")));
    assertEquals(Optional.empty(), GatewayUsers.parse(without("size")));
  }

  private static Map<String, String> without(String field) {
    Map<String, String> fields = new HashMap<>(USERS.fields());
    fields.remove(field);
    return fields;
  }
}
