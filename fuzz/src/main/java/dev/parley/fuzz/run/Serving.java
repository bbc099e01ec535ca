package dev.parley.fuzz.run;

import dev.parley.fuzz.check.Finding;
import dev.parley.fuzz.input.Inputs;
import dev.parley.fuzz.wire.Frame;
import dev.parley.fuzz.wire.Http;
import dev.parley.fuzz.wire.HttpAnswer;
import dev.parley.fuzz.wire.RawConnection;
import dev.parley.fuzz.wire.RawSocket;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether two new users, each at another gateway, can talk to each other. */
final class Serving {

  private static final int SWITCHING_PROTOCOLS = 101;

  private Serving() {}

  static Optional<Finding> check(Target target, String mark) {
    try {
      Account ada = Account.of(target.edge(), "fuzz-ada-" + mark);
      Account bob = Account.of(target.edge(), "fuzz-bob-" + mark);
      try (RawSocket adas = connect(target.gateways().getFirst(), ada);
          RawSocket bobs = connect(target.gateways().getLast(), bob)) {
        adas.askWhetherItLives();
        bobs.askWhetherItLives();
        return heard(ada, adas, bobs, null, "to everybody " + mark)
            .or(() -> heard(bob, bobs, adas, ada.name(), "to one " + mark))
            .or(() -> stored(bob, "to everybody " + mark));
      }
    } catch (IOException | StackException failure) {
      return Optional.of(finding(failure.getMessage()));
    }
  }

  private static RawSocket connect(ServiceProcess gateway, Account account) throws IOException {
    RawConnection connection = RawConnection.open(gateway.uri());
    connection.write(
        Filled.in(Inputs.handshake(true), account.token(), gateway.uri().getAuthority()));
    int status = HttpAnswer.read(connection, false).status();
    if (status != SWITCHING_PROTOCOLS) {
      throw new IOException("a handshake got the status " + status);
    }
    RawSocket socket = new RawSocket(connection);
    socket.begin();
    return socket;
  }

  private static Optional<Finding> heard(
      Account from, RawSocket sender, RawSocket receiver, String recipient, String content) {
    String frame =
        "{\"type\":\"chat\",\"content\":\"%s\",\"recipient\":%s}"
            .formatted(content, recipient == null ? "null" : "\"" + recipient + "\"");
    sender.write(new Frame(Frame.FIN | Frame.TEXT, frame.getBytes(StandardCharsets.UTF_8)).bytes());
    try {
      return receiver.await(text -> text.contains(content)).isPresent()
          ? Optional.of(finding("the recipient lost the connection"))
          : Optional.empty();
    } catch (IOException silent) {
      return Optional.of(finding("nobody received a message from %s".formatted(from.name())));
    }
  }

  private static Optional<Finding> stored(Account reader, String content) {
    Map<String, String> session = Map.of("Authorization", "Bearer " + reader.token());
    HttpAnswer answer = Http.ask(reader.edge(), "GET", "/messages/global", session, "");
    return answer.body().contains(content)
        ? Optional.empty()
        : Optional.of(finding("a message is missing from the history: " + answer.status()));
  }

  private static Finding finding(String what) {
    return new Finding("serving", "The stack does not work afterwards: " + what, List.of());
  }
}
