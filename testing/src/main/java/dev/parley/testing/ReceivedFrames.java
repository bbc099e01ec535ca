package dev.parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.client.socket.ChatSocket;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.client.socket.SocketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What one socket received, in order, and how it ended. It keeps {@value #MAX_FRAMES} frames. If a
 * test gets more, its next wait fails and says so.
 */
final class ReceivedFrames implements SocketListener {

  static final int MAX_FRAMES = 50_000;
  private static final int SHOWN = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> frames = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private ClosedSocket closed;
  private boolean overflowed;

  @Override
  public void received(ChatSocket socket, String text) {
    add(text);
  }

  @Override
  public void receivedBinary(ChatSocket socket, int bytes) {
    add("a binary frame of " + bytes + " bytes");
  }

  @Override
  public void closed(ChatSocket socket, ClosedSocket how) {
    closed(how);
  }

  synchronized void add(String text) {
    JsonNode frame = parse(text);
    if (frames.size() == MAX_FRAMES) {
      overflowed = true;
    } else {
      frames.add(frame);
    }
    notifyAll();
  }

  /** Keeps a text that is not JSON as a string, so that a test can complain about it. */
  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  synchronized void closed(ClosedSocket how) {
    if (closed == null) {
      closed = how;
    }
    notifyAll();
  }

  synchronized List<JsonNode> all() {
    return List.copyOf(frames);
  }

  /** Takes the first frame of this kind that nobody has taken. */
  synchronized JsonNode take(Predicate<JsonNode> wanted, String description, Duration limit) {
    return await(() -> takeNow(wanted), description, limit);
  }

  private Optional<JsonNode> takeNow(Predicate<JsonNode> wanted) {
    for (int i = taken.nextClearBit(0); i < frames.size(); i = taken.nextClearBit(i + 1)) {
      if (wanted.test(frames.get(i))) {
        taken.set(i);
        return Optional.of(frames.get(i));
      }
    }
    return Optional.empty();
  }

  /** At least this many frames of this kind, taken or not. */
  synchronized List<JsonNode> takeAll(Predicate<JsonNode> wanted, int count, Duration limit) {
    return await(
        () -> Optional.of(matching(wanted)).filter(found -> found.size() >= count),
        () -> count + " frames (there are " + matching(wanted).size() + ")",
        limit);
  }

  private List<JsonNode> matching(Predicate<JsonNode> wanted) {
    return frames.stream().filter(wanted).toList();
  }

  synchronized ClosedSocket awaitClose(Duration limit) {
    return await(() -> Optional.ofNullable(closed), () -> "the end of the socket", limit);
  }

  private <T> T await(Supplier<Optional<T>> look, String description, Duration limit) {
    return await(look, () -> description, limit);
  }

  private <T> T await(Supplier<Optional<T>> look, Supplier<String> description, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      failIfOver(end, description);
      try {
        wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure("was interrupted while it waited for " + description.get());
      }
      found = look.get();
    }
    return found.get();
  }

  private void failIfOver(long end, Supplier<String> description) {
    if (closed != null || overflowed) {
      throw failure("can no longer get " + description.get());
    }
    if (System.nanoTime() - end >= 0) {
      throw failure("never got " + description.get());
    }
  }

  private AssertionError failure(String what) {
    String last =
        frames.stream()
            .skip(Math.max(0, frames.size() - SHOWN))
            .map(JsonNode::toString)
            .collect(Collectors.joining("\n  "));
    return new AssertionError(
        String.format(
            Locale.ROOT,
            "%s; socket %s%s; the last of %d frames:%n  %s",
            what,
            closed == null ? "open" : "closed: " + closed,
            overflowed ? ", more frames than are kept" : "",
            frames.size(),
            last));
  }
}
