package dev.parley.history.rooms;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * {@code {"bans":[{"user":{"id":61,"username":"carol"},"banned_by":{"id":12,"username":"ada"},
 * "banned_at":"2026-11-22T09:33:00.123456Z"}],"has_more":false,"next_after":null}}, in the order of
 * the users' ids.
 *
 * @param nextAfter what to send as {@code after} for the next page; null on the last one
 */
@RegisterForReflection
record BanPage(List<Ban> bans, boolean hasMore, UserId nextAfter) {

  @RegisterForReflection
  record Ban(User user, User bannedBy, Instant bannedAt) {}
}
