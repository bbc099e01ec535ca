package dev.parley.gateway.message;

import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.frame.SocketTime;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.StoredMessage;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** After an append: acknowledges the senders and hands what is stored to the relay. */
@Singleton
class AppendSettlement {

  private static final Logger LOG = Logger.getLogger(AppendSettlement.class);

  private final MessageRelay relay;
  private final ConversationOrders orders;
  private final FrameEncoder encoder;
  private final Failures failures;
  private final MessageTracer tracer;
  private final Timer acknowledgements;

  AppendSettlement(
      MessageRelay relay,
      ConversationOrders orders,
      FrameEncoder encoder,
      Failures failures,
      MessageTracer tracer,
      MeterRegistry metrics) {
    this.relay = relay;
    this.orders = orders;
    this.encoder = encoder;
    this.failures = failures;
    this.tracer = tracer;
    this.acknowledgements =
        Timer.builder("parley.message.acknowledgement")
            .description("Time from the arrival of a message's frame until it is stored")
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

  /** A duplicate may be one of an earlier attempt, whose gateway heard nothing of its commit. */
  private void stored(AppendOutcome.Stored stored) {
    List<CommittedMessage> committed = new ArrayList<>();
    long now = System.nanoTime();
    for (int i = 0; i < stored.batch().size(); i++) {
      PendingMessage pending = stored.batch().get(i);
      AppendMessages.Receipt receipt = stored.receipts().get(i);
      acknowledge(pending, receipt);
      acknowledgements.record(now - pending.sinceNanos(), TimeUnit.NANOSECONDS);
      if (receipt.duplicate()) {
        orders.committed(receipt.conversation(), receipt.seq());
      } else {
        committed.add(committed(pending, receipt));
      }
      pending.span().at(receipt.conversation(), receipt.seq()).duplicate(receipt.duplicate()).end();
    }
    relay.publish(committed);
  }

  private CommittedMessage committed(PendingMessage pending, AppendMessages.Receipt receipt) {
    return new CommittedMessage(
        StoredMessage.of(pending.message(), receipt.seq(), receipt.timestamp()),
        tracer.follow(Step.PUBLISH, pending.span().traceParent()));
  }

  private void acknowledge(PendingMessage pending, AppendMessages.Receipt receipt) {
    if (pending.message().clientId() == null) {
      return;
    }
    pending
        .sender()
        .send(
            encoder.encode(
                new ServerFrame.Ack(
                    pending.message().clientId(),
                    receipt.conversation(),
                    receipt.seq(),
                    SocketTime.format(receipt.timestamp()),
                    receipt.duplicate())));
  }

  private void failed(AppendOutcome.Failed failed) {
    if (failed.batch().isEmpty()) {
      return;
    }
    LOG.warnf(
        "%d messages were not saved: %s", failed.batch().size(), failed.failure().getMessage());
    for (PendingMessage pending : failed.batch()) {
      failures.answer(pending.sender(), ErrorCode.SAVE_FAILED, pending.message().clientId());
      pending.span().fail();
    }
  }
}
