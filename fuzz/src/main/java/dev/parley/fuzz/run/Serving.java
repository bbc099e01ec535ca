package dev.parley.fuzz.run;

import dev.parley.client.frame.Command;
import dev.parley.client.frame.FrameWriter;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.client.raw.RawAnswer;
import dev.parley.client.raw.RawConnection;
import dev.parley.client.raw.RawFrame;
import dev.parley.client.raw.RawSocket;
import dev.parley.fuzz.check.Finding;
import dev.parley.fuzz.input.Inputs;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Checks that two new users, each at a different gateway, can talk to each other. */
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
    } catch (IOException | UncheckedIOException | StackException failure) {
      return Optional.of(finding(failure.getMessage()));
    }
  }

  private static RawSocket connect(ServiceProcess gateway, Account account) throws IOException {
    RawConnection connection = RawConnection.open(gateway.uri());
    connection.write(
        Filled.in(Inputs.handshake(true), account.token(), gateway.uri().getAuthority()));
    int status = RawAnswer.read(connection, false).status();
    if (status != SWITCHING_PROTOCOLS) {
      throw new IOException("a handshake got the status " + status);
    }
    RawSocket socket = new RawSocket(connection);
    socket.begin();
    return socket;
  }

  private static Optional<Finding> heard(
      Account from, RawSocket sender, RawSocket receiver, String recipient, String content) {
    String frame = FrameWriter.write(new Command.Chat(null, content, recipient));
    sender.send(RawFrame.WHOLE_TEXT, frame.getBytes(StandardCharsets.UTF_8));
    try {
      return receiver.await(text -> text.contains(content)).isPresent()
          ? Optional.of(finding("the recipient lost the connection"))
          : Optional.empty();
    } catch (IOException silent) {
      return Optional.of(finding("nobody received a message from %s".formatted(from.name())));
    }
  }

  private static Optional<Finding> stored(Account reader, String content) {
    HttpAnswer answer = Http.at(reader.edge()).bearing(reader.token()).get("/messages/global");
    return answer.body().contains(content)
        ? Optional.empty()
        : Optional.of(finding("a message is missing from the history: " + answer.status()));
  }

  private static Finding finding(String what) {
    return new Finding("serving", "The stack does not work afterwards: " + what, List.of());
  }
}
