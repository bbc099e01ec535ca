package dev.parley.tools.doctor;

import dev.parley.client.socket.ChatSocket;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.client.socket.Handshake;
import dev.parley.client.socket.SocketListener;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a WebSocket and waits for the server to close it. */
final class CloseCodeListener implements SocketListener {

  private final CompletableFuture<String> code = new CompletableFuture<>();

  /** The code in digits, or what went wrong. */
  String closeCodeOf(Handshake handshake) {
    long limit = handshake.limit().toSeconds();
    try (HttpClient client = HttpClient.newHttpClient()) {
      ChatSocket socket = handshake.open(client, new ChatSocket(this)).get(limit, TimeUnit.SECONDS);
      String answer = code.get(limit, TimeUnit.SECONDS);
      socket.drop(ClosedSocket.DROPPED);
      return answer;
    } catch (ExecutionException e) {
      return "nothing (%s)".formatted(e.getCause().getClass().getSimpleName());
    } catch (TimeoutException e) {
      return String.format(Locale.ROOT, "nothing within %d s", limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "nothing";
    }
  }

  @Override
  public void received(ChatSocket socket, String text) {}

  @Override
  public void closed(ChatSocket socket, ClosedSocket how) {
    code.complete(Integer.toString(how.code()));
  }
}
