package dev.parley.bench.append;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.parley.bench.client.VoidedException;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.internal.ServiceSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code POST /internal/commands} of the history service, over persistent connections. */
final class HistoryClient {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient http;
  private final URI endpoint;
  private final String secret;
  private final ObjectMapper json =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  HistoryClient(HttpClient http, URI history, String secret) {
    this.http = http;
    this.endpoint = history.resolve("/internal/commands");
    this.secret = secret;
  }

  /** The receipts: {@code [{"conversation":"dm-1-2","seq":7,…}]}, one for each message. */
  CompletableFuture<JsonNode> append(List<Command> messages) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header(ServiceSecret.HEADER, secret)
            .POST(BodyPublishers.ofByteArray(body(messages)))
            .build();
    return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(this::receipts);
  }

  private byte[] body(List<Command> messages) {
    try {
      return json.writeValueAsBytes(new AppendCommands.Request(messages));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request is always JSON", e);
    }
  }

  private JsonNode receipts(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != OK) {
      throw new VoidedException("an append got the status " + answer.statusCode());
    }
    try {
      return json.readTree(answer.body()).path("receipts");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
