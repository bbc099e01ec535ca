package dev.parley.tracing;

import io.opentelemetry.api.trace.SpanKind;

/** What becomes a span. */
public enum Step {
  RECEIVE("receive message", SpanKind.SERVER),
  APPEND("append message", SpanKind.SERVER),
  PUBLISH("publish message", SpanKind.PRODUCER),
  DELIVER("deliver message", SpanKind.CONSUMER);

  final String spanName;
  final SpanKind kind;

  Step(String spanName, SpanKind kind) {
    this.spanName = spanName;
    this.kind = kind;
  }
}
