package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.internal.TraceParent;
import dev.parley.tracing.MessageTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppendSpansTest {

  private static final User ADA = new User(new UserId(1), "ada");
  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private final InMemorySpanExporter kept = InMemorySpanExporter.create();
  private final AppendSpans spans =
      new AppendSpans(
          new MessageTracer(
              OpenTelemetrySdk.builder()
                  .setTracerProvider(
                      SdkTracerProvider.builder()
                          .addSpanProcessor(SimpleSpanProcessor.create(kept))
                          .build())
                  .build(),
              false));

  @Test
  void aMessageThatIsTracedHasASpanWithItsOwnPlace() {
    spans.around(request(Map.of(1, TRACE)), Uni.createFrom().item(answer())).await().indefinitely();
    SpanData span = theOne();
    assertEquals("b7ad6b7169203331", span.getParentSpanId());
    assertEquals(8L, span.getAttributes().get(AttributeKey.longKey("parley.seq")));
    assertEquals(3L, span.getAttributes().get(AttributeKey.longKey("parley.batch.messages")));
  }

  @Test
  void anAppendThatFailsIsAnErrorWithoutAWord() {
    Uni<AppendCommands.Answer> failing =
        Uni.createFrom().failure(new IllegalStateException("a secret"));
    spans
        .around(request(Map.of(0, TRACE)), failing)
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
    SpanData span = theOne();
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
    assertEquals("", span.getStatus().getDescription());
    assertEquals(List.of(), span.getEvents());
  }

  @Test
  void whereNothingIsTracedTheAppendStaysAsItIs() {
    Uni<AppendCommands.Answer> append = Uni.createFrom().item(answer());
    assertSame(append, spans.around(request(Map.of()), append));
  }

  private SpanData theOne() {
    assertEquals(1, kept.getFinishedSpanItems().size());
    return kept.getFinishedSpanItems().getFirst();
  }

  private static AppendCommands.Request request(Map<Integer, TraceParent> traces) {
    Command message =
        new Command(
            ConversationId.GLOBAL, ADA, null, null, null, new Act.Post(new MessageContent("hi")));
    return new AppendCommands.Request(List.of(message, message, message), traces);
  }

  private static AppendCommands.Answer answer() {
    return new AppendCommands.Answer(
        IntStream.of(7, 8, 9)
            .<Receipt>mapToObj(
                seq ->
                    new Receipt.Stored(
                        ConversationId.GLOBAL, new Sequence(seq), Instant.EPOCH, List.of()))
            .toList());
  }
}
