package dev.parley.fuzz.run;

import dev.parley.client.raw.RawAnswer;
import dev.parley.client.raw.RawConnection;
import dev.parley.client.raw.RawSocket;
import dev.parley.fuzz.check.AnswerCheck;
import dev.parley.fuzz.input.Door;
import dev.parley.fuzz.input.Input;
import dev.parley.fuzz.input.Inputs;
import dev.parley.fuzz.input.Outcome;
import dev.parley.stack.run.Pause;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Throws handshakes and frames. It uses a socket for as many frames as possible. For one thread.
 */
final class SocketThrower implements AutoCloseable {

  /** The limit for inputs that need no answer, such as half a frame. */
  private static final Duration IMPATIENCE = Duration.ofMillis(60);

  private static final Duration BETWEEN_PIECES = Duration.ofMillis(2);
  private static final int SWITCHING_PROTOCOLS = 101;

  /** Few enough to stay below the rate limit, even if all of them are messages. */
  private static final int MOST_AT_ONE_SOCKET = 40;

  private static final String SERVES_ON = "serves on";
  private static final Door[] DOORS = {Door.EDGE, Door.FIRST_GATEWAY, Door.SECOND_GATEWAY};

  private final Target target;
  private final Account account;
  private RawSocket socket;
  private int thrown;
  private int opened;

  SocketThrower(Target target, Account account) {
    this.target = target;
    this.account = account;
  }

  Reaction at(Input.Handshake input) throws IOException {
    try (RawConnection connection = RawConnection.open(target.behind(input.door()))) {
      connection.wait(input.wellFormed() ? RawConnection.PATIENCE : IMPATIENCE);
      connection.write(filled(input.door(), input.request()));
      RawAnswer answer = RawAnswer.read(connection, false);
      return answer.status() == SWITCHING_PROTOCOLS
          ? upgraded(connection, input.outcome())
          : refused(input, answer);
    } catch (IOException ended) {
      return input.wellFormed()
          ? Reaction.wrong("cut off", "was not answered: " + ended.getMessage())
          : Reaction.fine("cut off");
    }
  }

  private static Reaction upgraded(RawConnection connection, Outcome outcome) throws IOException {
    connection.wait(RawConnection.PATIENCE);
    RawSocket upgraded = new RawSocket(connection);
    upgraded.begin();
    return judged(upgraded.askWhetherItLives(), outcome);
  }

  private Reaction refused(Input.Handshake input, RawAnswer answer) {
    String seen = Integer.toString(answer.status());
    return input.wellFormed()
        ? Reaction.wrong(seen, "was not upgraded")
        : new Reaction(seen, AnswerCheck.of(answer, account.token()));
  }

  /** If an input ends a socket that it must not end, it is thrown again at a new one. */
  Reaction at(Input.Frames input) throws IOException {
    boolean isFirst = socket == null;
    Reaction reaction = attempt(input);
    if (reaction.complaint().isEmpty() || isFirst) {
      return reaction;
    }
    boolean alone = attempt(input).complaint().isPresent();
    return Reaction.wrong(
        reaction.seen(),
        reaction.complaint().get() + (alone ? "" : ", but only after the inputs before it"));
  }

  private Reaction attempt(Input.Frames input) throws IOException {
    if (socket == null) {
      open();
    }
    write(input.pieces());
    Reaction reaction =
        input.outcome().isSure() || !input.outcome().mayStay()
            ? patiently(input.outcome())
            : impatiently(input.outcome());
    if (!reaction.seen().equals(SERVES_ON)
        || !input.outcome().isSure()
        || ++thrown >= MOST_AT_ONE_SOCKET) {
      close();
    }
    return reaction;
  }

  private void write(List<byte[]> pieces) {
    socket.write(pieces.getFirst());
    for (byte[] piece : pieces.subList(1, pieces.size())) {
      Pause.of(BETWEEN_PIECES);
      socket.write(piece);
    }
  }

  private Reaction patiently(Outcome outcome) throws IOException {
    try {
      return judged(socket.askWhetherItLives(), outcome);
    } catch (SocketTimeoutException silent) {
      return Reaction.wrong("no answer", "left the socket without any answer");
    }
  }

  private Reaction impatiently(Outcome outcome) throws IOException {
    socket.wait(IMPATIENCE);
    try {
      return judged(socket.askWhetherItLives(), outcome);
    } catch (SocketTimeoutException silent) {
      return Reaction.fine("no answer");
    }
  }

  private static Reaction judged(OptionalInt code, Outcome outcome) {
    if (code.isEmpty()) {
      return outcome.mayStay()
          ? Reaction.fine(SERVES_ON)
          : Reaction.wrong(SERVES_ON, "did not end the socket");
    }
    String seen = "closed " + code.getAsInt();
    return outcome.codes().contains(code.getAsInt())
        ? Reaction.fine(seen)
        : Reaction.wrong(seen, "ended the socket with " + code.getAsInt());
  }

  private void open() throws IOException {
    Door door = DOORS[opened % DOORS.length];
    RawConnection connection = RawConnection.open(target.behind(door));
    connection.write(filled(door, Inputs.handshake(opened % 2 == 0)));
    RawAnswer answer = RawAnswer.read(connection, false);
    if (answer.status() != SWITCHING_PROTOCOLS) {
      throw new IOException("a valid handshake got the status " + answer.status());
    }
    socket = new RawSocket(connection);
    socket.begin();
    thrown = 0;
    opened++;
  }

  private byte[] filled(Door door, String request) {
    return Filled.in(request, account.token(), target.behind(door).getAuthority());
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
