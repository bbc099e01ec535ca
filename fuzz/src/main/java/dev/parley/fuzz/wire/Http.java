package dev.parley.fuzz.wire;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Proper requests, for what happens around the throwing. */
public final class Http {

  private Http() {}

  public static HttpAnswer get(URI address, String path) {
    return ask(address, "GET", path, Map.of(), "");
  }

  public static HttpAnswer ask(
      URI address, String method, String path, Map<String, String> headers, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    StringBuilder head =
        new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path))
            .append("Host: %s\r\nConnection: close\r\n".formatted(address.getAuthority()))
            .append("Content-Type: application/json\r\n")
            .append(String.format(Locale.ROOT, "Content-Length: %d\r\n", body.length));
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    try (RawConnection connection = RawConnection.open(address)) {
      connection.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      connection.write(body);
      return HttpAnswer.read(connection, false);
    } catch (IOException e) {
      throw new StackException(
          "%s %s%s got no answer: %s".formatted(method, address, path, e.getMessage()), e);
    }
  }
}
