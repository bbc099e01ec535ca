package dev.parley.fuzz.run;

import dev.parley.client.raw.RawAnswer;
import dev.parley.client.raw.RawConnection;
import dev.parley.fuzz.check.AnswerCheck;
import dev.parley.fuzz.input.Door;
import dev.parley.fuzz.input.Input;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Throws requests. It keeps a connection while it works. For one thread. */
final class HttpThrower implements AutoCloseable {

  /** The limit for inputs that need no answer, such as half a request. */
  private static final Duration IMPATIENCE = Duration.ofMillis(60);

  private static final int OK = 200;

  private final Map<Door, RawConnection> kept = new EnumMap<>(Door.class);
  private final Target target;
  private Account account;

  HttpThrower(Target target, Account account) {
    this.target = target;
    this.account = account;
  }

  Reaction at(Input.Http input) throws IOException {
    boolean reused = kept.containsKey(input.door());
    RawAnswer answer;
    try {
      answer = ask(input);
    } catch (SocketTimeoutException silent) {
      drop(input.door());
      return unanswered(input, "no answer", "was not answered");
    } catch (IOException ended) {
      drop(input.door());
      return reused
          ? at(input)
          : unanswered(input, "cut off", "ended the connection without an answer");
    }
    if (!input.wellFormed() || answer.isLast()) {
      drop(input.door());
    }
    if (input.endsSessions() && answer.status() == OK) {
      account = account.again();
    }
    Optional<String> complaint = AnswerCheck.of(input, answer, account.token());
    return new Reaction(Integer.toString(answer.status()), complaint);
  }

  private RawAnswer ask(Input.Http input) throws IOException {
    RawConnection connection = kept.get(input.door());
    if (connection == null) {
      connection = RawConnection.open(target.behind(input.door()));
      kept.put(input.door(), connection);
    }
    connection.wait(input.wellFormed() ? RawConnection.PATIENCE : IMPATIENCE);
    connection.write(
        Filled.in(input.request(), account.token(), target.behind(input.door()).getAuthority()));
    return RawAnswer.read(connection, input.isToHead());
  }

  private void drop(Door door) {
    RawConnection connection = kept.remove(door);
    if (connection != null) {
      connection.close();
    }
  }

  private static Reaction unanswered(Input.Http input, String seen, String complaint) {
    return input.wellFormed() ? Reaction.wrong(seen, complaint) : Reaction.fine(seen);
  }

  @Override
  public void close() {
    kept.values().forEach(RawConnection::close);
  }
}
