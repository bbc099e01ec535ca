package dev.parley.tracing;

import dev.parley.protocol.internal.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins the spans of messages. A parent is always named and never found in a thread or a Vert.x
 * context: many messages share one of those, and one message passes through several. Thread-safe;
 * never blocks. While traces are switched off every span is {@link MessageSpan#NONE}.
 */
@Singleton
public class MessageTracer {

  private final Tracer tracer;
  private final boolean off;

  public MessageTracer(
      OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this.tracer = telemetry.getTracer("dev.parley");
    this.off = off;
  }

  /**
   * The first step of a trace.
   *
   * @param sinceNanos when the message's frame was read, by {@link System#nanoTime()}
   */
  public MessageSpan receive(long sinceNanos) {
    if (off) {
      return MessageSpan.NONE;
    }
    Instant since = Instant.now().minusNanos(System.nanoTime() - sinceNanos);
    return new MessageSpan(
        builder(Step.RECEIVE, Context.root()).setStartTimestamp(since).startSpan());
  }

  /**
   * A further step.
   *
   * @param parent null where the message is not traced
   */
  public MessageSpan follow(Step step, TraceParent parent) {
    return off || parent == null
        ? MessageSpan.NONE
        : new MessageSpan(builder(step, contextOf(parent)).startSpan());
  }

  private SpanBuilder builder(Step step, Context parent) {
    return tracer.spanBuilder(step.spanName).setSpanKind(step.kind).setParent(parent);
  }

  private static Context contextOf(TraceParent parent) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, new Header());
  }

  /** The one header that there is. */
  private static final class Header implements TextMapGetter<TraceParent> {

    @Override
    public Iterable<String> keys(TraceParent carrier) {
      return List.of("traceparent");
    }

    @Override
    public String get(TraceParent carrier, String key) {
      return key.equals("traceparent") ? carrier.value() : null;
    }
  }
}
