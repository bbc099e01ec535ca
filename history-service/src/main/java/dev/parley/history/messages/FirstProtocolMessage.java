package dev.parley.history.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A message in the first protocol's shape: {@code
 * {"id":7,"content":"hi","sender":"ada","created_at":"2026-01-02 03:04:05","is_global":true}}, with
 * {@code "recipient":"bob"} in a direct conversation.
 */
record FirstProtocolMessage(
    long id,
    String content,
    String sender,
    @JsonInclude(JsonInclude.Include.NON_NULL) String recipient,
    String createdAt,
    boolean isGlobal) {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static FirstProtocolMessage of(ResultSet row, boolean isGlobal) throws SQLException {
    return new FirstProtocolMessage(
        row.getLong("id"),
        row.getString("content"),
        row.getString("sender"),
        row.getString("recipient"),
        inSeconds(row.getObject("at", OffsetDateTime.class).toInstant()),
        isGlobal);
  }

  private static String inSeconds(Instant time) {
    return SECONDS.format(time);
  }
}
