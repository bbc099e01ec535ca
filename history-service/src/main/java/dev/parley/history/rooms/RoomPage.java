package dev.parley.history.rooms;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code {"rooms":[…],"has_more":true,"next_after":"NDI6b3Bz"}}, in the order of their names.
 *
 * @param nextAfter what to send as {@code after} for the next page; null on the last one
 */
@RegisterForReflection
record RoomPage(List<Room> rooms, boolean hasMore, String nextAfter) {}
