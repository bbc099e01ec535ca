package dev.parley.fuzz.input;

import java.util.List;

/**
 * One thing to throw, and its permitted outcomes. {@code {token}} in it stands for the thrower's
 * session token, which must not appear in a report.
 */
public sealed interface Input {

  /** The name in the table. */
  String kind();

  /** The bytes for a person to read and throw again. Bytes outside ASCII appear as {@code \xNN}. */
  String shown();

  /**
   * A request.
   *
   * @param request with {@code {token}} in it; each character is a byte (ISO 8859-1)
   * @param wellFormed whether HTTP allows it, so that it must get an answer
   * @param isToHead whether the answer has no body
   * @param refused whether it must be refused, because it needs a session and has none, or asks for
   *     something internal
   */
  record Http(
      String kind,
      Door door,
      String request,
      boolean wellFormed,
      boolean isToHead,
      boolean refused,
      boolean endsSessions)
      implements Input {
    @Override
    public String shown() {
      return door + " " + Shown.of(request);
    }
  }

  /**
   * A request for a WebSocket.
   *
   * @param request like the one of {@link Http}
   * @param wellFormed whether it must be upgraded
   * @param outcome the permitted outcome after an upgrade
   */
  record Handshake(String kind, Door door, String request, boolean wellFormed, Outcome outcome)
      implements Input {
    @Override
    public String shown() {
      return door + " " + Shown.of(request);
    }
  }

  /**
   * Bytes for an open WebSocket.
   *
   * @param pieces are written one after the other, with short pauses
   */
  record Frames(String kind, List<byte[]> pieces, Outcome outcome) implements Input {
    public Frames {
      pieces = List.copyOf(pieces);
    }

    @Override
    public String shown() {
      return String.join(" | ", pieces.stream().map(Shown::of).toList());
    }
  }
}
