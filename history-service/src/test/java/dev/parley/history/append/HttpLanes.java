package dev.parley.history.append;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.internal.ServiceSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Appends as a gateway does: in each lane one request in flight, with all that waits. */
final class HttpLanes implements AutoCloseable {

  private static final int LANES = 2;

  private record Waiting(Command message, CompletableFuture<Void> acknowledged) {}

  private final URI append;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<BlockingQueue<Waiting>> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  HttpLanes(int port, ObjectMapper json) {
    this.append = URI.create("http://localhost:" + port + "/internal/commands");
    this.json = json;
    for (int i = 0; i < LANES; i++) {
      BlockingQueue<Waiting> lane = new LinkedBlockingQueue<>();
      lanes.add(lane);
      threads.add(Thread.startVirtualThread(() -> serve(lane)));
    }
  }

  void sendAndWait(Command message) {
    Waiting waiting = new Waiting(message, new CompletableFuture<>());
    lanes.get(Math.floorMod(message.conversation().hashCode(), LANES)).add(waiting);
    waiting.acknowledged().join();
  }

  private void serve(BlockingQueue<Waiting> lane) {
    try {
      while (true) {
        List<Waiting> batch = new ArrayList<>(List.of(lane.take()));
        lane.drainTo(batch, AppendCommands.MAX_COMMANDS - 1);
        post(batch);
        batch.forEach(waiting -> waiting.acknowledged().complete(null));
      }
    } catch (InterruptedException | IOException closed) {
      lane.forEach(waiting -> waiting.acknowledged().completeExceptionally(closed));
    }
  }

  private void post(List<Waiting> batch) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(append)
                .header(ServiceSecret.HEADER, "a-secret-for-tests")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(batch)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    AppendCommands.Answer answer = json.readValue(response.body(), AppendCommands.Answer.class);
    if (answer.receipts().size() != batch.size()) {
      throw new IllegalStateException(response.body());
    }
  }

  private String body(List<Waiting> batch) throws JsonProcessingException {
    return json.writeValueAsString(
        new AppendCommands.Request(batch.stream().map(Waiting::message).toList()));
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    http.close();
  }
}
