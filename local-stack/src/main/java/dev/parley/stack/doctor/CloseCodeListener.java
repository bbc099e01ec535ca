package dev.parley.stack.doctor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a WebSocket and waits for the server to close it. */
final class CloseCodeListener implements WebSocket.Listener {

  private final CompletableFuture<String> code = new CompletableFuture<>();

  /** The code in digits, or what went wrong. */
  String closeCodeOf(URI uri, Duration limit) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(limit)
              .buildAsync(uri, this)
              .get(limit.toSeconds(), TimeUnit.SECONDS);
      String answer = code.get(limit.toSeconds(), TimeUnit.SECONDS);
      socket.abort();
      return answer;
    } catch (ExecutionException e) {
      return "nothing (%s)".formatted(e.getCause().getClass().getSimpleName());
    } catch (TimeoutException e) {
      return String.format(Locale.ROOT, "nothing within %d s", limit.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "nothing";
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
    code.complete(Integer.toString(statusCode));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    code.completeExceptionally(error);
  }
}
