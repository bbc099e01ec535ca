package dev.parley.fuzz.input;

import java.util.List;

/**
 * One thing to throw, and what may come of it. {@code {token}} in it stands for the session token
 * of whoever throws it, which nobody shall read in a report.
 */
public sealed interface Input {

  /** For the table. */
  String kind();

  /** The bytes for a person to read and to throw again, what is no ASCII as {@code \xNN}. */
  String shown();

  /**
   * A request.
   *
   * @param request with {@code {token}} in it; each character is a byte (ISO 8859-1)
   * @param wellFormed whether HTTP allows it, so that it must be answered
   * @param isToHead whether the answer has no body
   * @param refused whether it must be refused: it asks for what needs a session and has none, or
   *     for what is internal
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
   * The request for a WebSocket.
   *
   * @param request as that of {@link Http}
   * @param wellFormed whether it must be upgraded
   * @param outcome if it is
   */
  record Handshake(String kind, Door door, String request, boolean wellFormed, Outcome outcome)
      implements Input {
    @Override
    public String shown() {
      return door + " " + Shown.of(request);
    }
  }

  /**
   * Bytes on an open WebSocket.
   *
   * @param pieces written one after the other, with a little time between them
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
