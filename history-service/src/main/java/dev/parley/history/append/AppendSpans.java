package dev.parley.history.append;

import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Receipt;
import dev.parley.tracing.MessageSpan;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * One span for each command of a request that is traced: all of them take as long as the request.
 */
@Singleton
class AppendSpans {

  private final MessageTracer tracer;

  AppendSpans(MessageTracer tracer) {
    this.tracer = tracer;
  }

  /** They begin now, and end with the answer. */
  Uni<AppendCommands.Answer> around(
      AppendCommands.Request request, Uni<AppendCommands.Answer> append) {
    if (request.traces().isEmpty()) {
      return append;
    }
    Map<Integer, MessageSpan> spans = begin(request);
    return append
        .invoke(answer -> spans.forEach((index, span) -> end(span, answer.receipts().get(index))))
        .onFailure()
        .invoke(failure -> spans.values().forEach(MessageSpan::fail));
  }

  private Map<Integer, MessageSpan> begin(AppendCommands.Request request) {
    Map<Integer, MessageSpan> spans = new HashMap<>();
    request
        .traces()
        .forEach(
            (index, parent) ->
                spans.put(
                    index, tracer.follow(Step.APPEND, parent).among(request.commands().size())));
    return spans;
  }

  private static void end(MessageSpan span, Receipt receipt) {
    switch (receipt) {
      case Receipt.Stored stored -> span.at(stored.conversation(), stored.seq()).duplicate(false);
      case Receipt.Duplicate first -> span.at(first.conversation(), first.seq()).duplicate(true);
      case Receipt.Unchanged unchanged -> {}
      case Receipt.Refused refused -> {}
    }
    span.end();
  }
}
