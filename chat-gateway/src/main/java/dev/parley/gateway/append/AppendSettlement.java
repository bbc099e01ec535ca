package dev.parley.gateway.append;

import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.frame.EventFrames;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.relay.EventRelay;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.WireTime;
import dev.parley.protocol.relay.RelayedEvent;
import dev.parley.tracing.MessageSpan;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** After an append: answers the senders and hands what is stored to the relay. */
@Singleton
class AppendSettlement {

  private static final Logger LOG = Logger.getLogger(AppendSettlement.class);

  private final EventRelay relay;
  private final Conversations conversations;
  private final EventFrames frames;
  private final FrameEncoder encoder;
  private final Failures failures;
  private final MessageTracer tracer;
  private final Timer acknowledgements;

  AppendSettlement(
      EventRelay relay,
      Conversations conversations,
      EventFrames frames,
      FrameEncoder encoder,
      Failures failures,
      MessageTracer tracer,
      MeterRegistry metrics) {
    this.relay = relay;
    this.conversations = conversations;
    this.frames = frames;
    this.encoder = encoder;
    this.failures = failures;
    this.tracer = tracer;
    this.acknowledgements =
        Timer.builder("parley.message.acknowledgement")
            .description("Time from the arrival of a command's frame until it is stored")
            .publishPercentileHistogram()
            .register(metrics);
  }

  void settle(AppendOutcome outcome) {
    switch (outcome) {
      case AppendOutcome.Stored stored -> stored(stored);
      case AppendOutcome.Failed failed -> failed(failed);
    }
    outcome.batch().forEach(pending -> pending.settled().complete(null));
  }

  private void stored(AppendOutcome.Stored outcome) {
    List<RelayedEvent> events = new ArrayList<>();
    List<MessageSpan> published = new ArrayList<>();
    long now = System.nanoTime();
    for (int i = 0; i < outcome.batch().size(); i++) {
      PendingCommand pending = outcome.batch().get(i);
      acknowledgements.record(now - pending.sinceNanos(), TimeUnit.NANOSECONDS);
      switch (outcome.receipts().get(i)) {
        case Receipt.Stored stored -> published.add(stored(pending, stored, events));
        case Receipt.Duplicate duplicate -> repeated(pending, duplicate);
        case Receipt.Unchanged unchanged -> unchanged(pending, unchanged);
        case Receipt.Refused refused -> refused(pending, refused);
      }
    }
    relay.publish(events);
    published.forEach(MessageSpan::end);
  }

  /** Returns the span of the publish that is to come. */
  private MessageSpan stored(
      PendingCommand pending, Receipt.Stored stored, List<RelayedEvent> events) {
    acknowledge(pending, stored.conversation(), stored.seq(), stored.timestamp(), false);
    MessageSpan publish = tracer.follow(Step.PUBLISH, pending.span().traceParent());
    for (Event event : eventsOf(pending.command(), stored)) {
      events.add(frames.relayed(event, publish.traceParent()));
    }
    pending.span().at(stored.conversation(), stored.seq()).duplicate(false).end();
    return publish;
  }

  /** Outside of rooms a post's event is not sent back: everything that it has is known here. */
  private List<Event> eventsOf(Command command, Receipt.Stored stored) {
    return stored.events().isEmpty() && command.act() instanceof Act.Post(var content)
        ? List.of(
            new Event(
                stored.conversation(),
                stored.seq(),
                command.sender(),
                stored.timestamp(),
                command.clientId(),
                new EventBody.Posted(
                    content.value(),
                    command.other() == null ? null : command.other().username(),
                    stored.conversation() instanceof ConversationId.Global,
                    null,
                    stored.seq(),
                    false)))
        : stored.events();
  }

  /** It may be of an earlier attempt, whose gateway heard nothing of its commit. */
  private void repeated(PendingCommand pending, Receipt.Duplicate duplicate) {
    acknowledge(pending, duplicate.conversation(), duplicate.seq(), duplicate.timestamp(), true);
    conversations.committed(duplicate.conversation(), duplicate.seq());
    pending.span().at(duplicate.conversation(), duplicate.seq()).duplicate(true).end();
  }

  private void acknowledge(
      PendingCommand pending,
      ConversationId conversation,
      Sequence seq,
      Instant timestamp,
      boolean duplicate) {
    answer(
        pending,
        new ServerFrame.Ack(
            pending.command().clientId(),
            conversation,
            seq,
            WireTime.format(timestamp),
            duplicate));
  }

  private void unchanged(PendingCommand pending, Receipt.Unchanged unchanged) {
    answer(
        pending,
        new ServerFrame.AckUnchanged(pending.command().clientId(), unchanged.conversation(), true));
    pending.span().end();
  }

  private void answer(PendingCommand pending, ServerFrame frame) {
    if (pending.command().clientId() != null) {
      pending.sender().send(encoder.encode(frame));
    }
  }

  private void refused(PendingCommand pending, Receipt.Refused refused) {
    failures.answer(
        pending.sender(), refused.code(), refused.detail(), pending.command().clientId());
    pending.span().fail();
  }

  private void failed(AppendOutcome.Failed failed) {
    if (failed.batch().isEmpty()) {
      return;
    }
    LOG.warnf(
        "%d commands were not saved: %s", failed.batch().size(), failed.failure().getMessage());
    for (PendingCommand pending : failed.batch()) {
      failures.answer(pending.sender(), ErrorCode.SAVE_FAILED, pending.command().clientId());
      pending.span().fail();
    }
  }
}
