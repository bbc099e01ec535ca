package dev.parley.history.append;

import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.tracing.MessageSpan;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * One span for each message of a request that is traced: all of them take as long as the request.
 */
@Singleton
class AppendSpans {

  private final MessageTracer tracer;

  AppendSpans(MessageTracer tracer) {
    this.tracer = tracer;
  }

  /** They begin now, and end with the answer. */
  Uni<AppendMessages.Answer> around(
      AppendMessages.Request request, Uni<AppendMessages.Answer> append) {
    if (request.traces().isEmpty()) {
      return append;
    }
    Map<Integer, MessageSpan> spans = begin(request);
    return append
        .invoke(answer -> spans.forEach((index, span) -> end(span, answer.receipts().get(index))))
        .onFailure()
        .invoke(failure -> spans.values().forEach(MessageSpan::fail));
  }

  private Map<Integer, MessageSpan> begin(AppendMessages.Request request) {
    Map<Integer, MessageSpan> spans = new HashMap<>();
    request
        .traces()
        .forEach(
            (index, parent) ->
                spans.put(
                    index, tracer.follow(Step.APPEND, parent).among(request.messages().size())));
    return spans;
  }

  private static void end(MessageSpan span, Receipt receipt) {
    span.at(receipt.conversation(), receipt.seq()).duplicate(receipt.duplicate()).end();
  }
}
