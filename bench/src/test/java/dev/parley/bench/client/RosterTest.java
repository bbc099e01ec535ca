package dev.parley.bench.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RosterTest {

  private final Roster roster = new Roster();

  @Test
  void aListReplacesTheOneBefore() {
    list("[\"bench00000\",\"bench00005\"]", "null");
    list("[\"bench00000\",\"bench00001\"]", "\"bench00001 joined the chat\"");
    assertTrue(roster.isEverybody(2));
    assertFalse(roster.isEverybody(1));
  }

  @Test
  void whoIsOnlyNamedInTheMessageIsNotOnline() {
    list("[\"bench00000\"]", "\"bench00001 left the chat\"");
    assertTrue(roster.isEverybody(1));
  }

  @Test
  void differencesAreAddedAndTakenAway() {
    presence("\"full\":[" + user(0) + "," + user(2) + "]");
    presence("\"joined\":[" + user(1) + "," + user(0) + "],\"left\":[" + user(2) + "]");
    assertTrue(roster.isEverybody(2));
  }

  @Test
  void somebodyElseInsteadIsNotEverybody() {
    presence("\"full\":[" + user(0) + "," + user(7) + "]");
    assertFalse(roster.isEverybody(2));
  }

  private static String user(int number) {
    return String.format(
        Locale.ROOT, "{\"id\":%d,\"username\":\"%s\"}", number + 1, ChatMessage.nameOf(number));
  }

  private void list(String users, String message) {
    ByteBuf bytes =
        bytes(
            "{\"type\":\"user_list_update\",\"users\":" + users + ",\"message\":" + message + "}");
    roster.list(bytes, 0, bytes.readableBytes());
  }

  private void presence(String fields) {
    ByteBuf bytes = bytes("{\"type\":\"presence\"," + fields + "}");
    roster.presence(bytes, 0, bytes.readableBytes());
  }

  private static ByteBuf bytes(String json) {
    return Unpooled.copiedBuffer(json, StandardCharsets.US_ASCII);
  }
}
