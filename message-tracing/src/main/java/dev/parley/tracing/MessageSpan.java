package dev.parley.tracing;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/**
 * One step of one message, which ends once. Thread-safe; where nobody records it, it is nothing.
 */
public final class MessageSpan {

  /** Of a message that is not traced. */
  public static final MessageSpan NONE = new MessageSpan(Span.getInvalid());

  private static final AttributeKey<String> CONVERSATION =
      AttributeKey.stringKey("parley.conversation");
  private static final AttributeKey<Long> SEQ = AttributeKey.longKey("parley.seq");
  private static final AttributeKey<Boolean> DUPLICATE =
      AttributeKey.booleanKey("parley.duplicate");
  private static final AttributeKey<Long> BATCH = AttributeKey.longKey("parley.batch.messages");

  private final Span span;

  MessageSpan(Span span) {
    this.span = span;
  }

  /** Where the message has its place. */
  public MessageSpan at(ConversationId conversation, Sequence seq) {
    if (span.isRecording()) {
      span.setAttribute(CONVERSATION, conversation.toString()).setAttribute(SEQ, seq.value());
    }
    return this;
  }

  /** Its sender had sent it before. */
  public MessageSpan duplicate(boolean duplicate) {
    span.setAttribute(DUPLICATE, duplicate);
    return this;
  }

  /** With how many it takes this step, itself included. */
  public MessageSpan among(int messages) {
    span.setAttribute(BATCH, (long) messages);
    return this;
  }

  public void end() {
    span.end();
  }

  /** Ends it; why it failed is in the log, since the text of an exception may say anything. */
  public void fail() {
    span.setStatus(StatusCode.ERROR).end();
  }

  /** For the next step; null where that need not be traced. */
  public TraceParent traceParent() {
    SpanContext context = span.getSpanContext();
    return context.isSampled()
        ? new TraceParent(
            "00-%s-%s-%s"
                .formatted(
                    context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex()))
        : null;
  }
}
