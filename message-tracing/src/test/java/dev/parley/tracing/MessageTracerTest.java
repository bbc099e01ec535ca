package dev.parley.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageTracerTest {

  private static final TraceParent OTHERS =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private final InMemorySpanExporter kept = InMemorySpanExporter.create();

  @Test
  void aStepFollowsTheOneThatItIsTold() {
    MessageTracer tracer = tracer(Sampler.alwaysOn());
    MessageSpan receive = tracer.receive(System.nanoTime());
    MessageSpan publish = tracer.follow(Step.PUBLISH, receive.traceParent());
    publish.end();
    receive.end();
    SpanData first = named("receive message");
    SpanData second = named("publish message");
    assertEquals(first.getTraceId(), second.getTraceId());
    assertEquals(first.getSpanId(), second.getParentSpanId());
    assertEquals(SpanKind.PRODUCER, second.getKind());
    assertEquals("0000000000000000", first.getParentSpanId());
  }

  @Test
  void aStepFollowsThatOfAnotherService() {
    tracer(Sampler.alwaysOn()).follow(Step.APPEND, OTHERS).end();
    SpanData append = named("append message");
    assertEquals("0af7651916cd43dd8448eb211c80319c", append.getTraceId());
    assertEquals("b7ad6b7169203331", append.getParentSpanId());
    assertTrue(append.getParentSpanContext().isRemote());
  }

  @Test
  void everyMessageIsATraceOfItsOwn() {
    MessageTracer tracer = tracer(Sampler.alwaysOn());
    tracer.receive(System.nanoTime()).end();
    tracer.receive(System.nanoTime()).end();
    List<SpanData> spans = kept.getFinishedSpanItems();
    assertNotEquals(spans.get(0).getTraceId(), spans.get(1).getTraceId());
  }

  @Test
  void aTraceBeginsWhenTheFrameWasRead() {
    long second = TimeUnit.SECONDS.toNanos(1);
    tracer(Sampler.alwaysOn()).receive(System.nanoTime() - 5 * second).end();
    SpanData receive = named("receive message");
    long took = receive.getEndEpochNanos() - receive.getStartEpochNanos();
    assertTrue(took >= 5 * second && took < 65 * second, took + " ns");
  }

  @Test
  void aSpanTellsWhereItsMessageHasItsPlace() {
    MessageSpan append = tracer(Sampler.alwaysOn()).follow(Step.APPEND, OTHERS);
    append.at(ConversationId.parse("dm-12-57"), new Sequence(7)).among(3).duplicate(true).fail();
    SpanData span = named("append message");
    assertEquals(
        "dm-12-57", span.getAttributes().get(AttributeKey.stringKey("parley.conversation")));
    assertEquals(7L, span.getAttributes().get(AttributeKey.longKey("parley.seq")));
    assertEquals(3L, span.getAttributes().get(AttributeKey.longKey("parley.batch.messages")));
    assertEquals(true, span.getAttributes().get(AttributeKey.booleanKey("parley.duplicate")));
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
  }

  @Test
  void whatIsNotSampledIsToldToNobody() {
    MessageTracer tracer = tracer(Sampler.alwaysOff());
    MessageSpan receive = tracer.receive(System.nanoTime());
    assertNull(receive.traceParent());
    assertSame(MessageSpan.NONE, tracer.follow(Step.PUBLISH, receive.traceParent()));
  }

  @Test
  void whileTracesAreOffThereIsNothing() {
    MessageTracer off = new MessageTracer(telemetry(Sampler.alwaysOn()), true);
    assertSame(MessageSpan.NONE, off.receive(System.nanoTime()));
    assertSame(MessageSpan.NONE, off.follow(Step.APPEND, OTHERS));
    MessageSpan.NONE.at(ConversationId.GLOBAL, new Sequence(1)).among(1).duplicate(false).end();
    assertNull(MessageSpan.NONE.traceParent());
    assertEquals(List.of(), kept.getFinishedSpanItems());
  }

  private MessageTracer tracer(Sampler sampler) {
    return new MessageTracer(telemetry(sampler), false);
  }

  private OpenTelemetrySdk telemetry(Sampler sampler) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build())
        .build();
  }

  private SpanData named(String name) {
    return kept.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
