package dev.parley.gateway.message;

import dev.parley.protocol.internal.AppendMessages;
import java.util.List;

/** The result of a batch: either all of it was committed, or nobody knows whether any of it was. */
sealed interface AppendOutcome {

  List<PendingMessage> batch();

  /** Receipts in the order of the batch. */
  record Stored(List<PendingMessage> batch, List<AppendMessages.Receipt> receipts)
      implements AppendOutcome {
    public Stored {
      batch = List.copyOf(batch);
      receipts = List.copyOf(receipts);
      if (batch.size() != receipts.size()) {
        throw new IllegalArgumentException("there must be as many receipts as messages");
      }
    }
  }

  /** The history service refused, failed or did not answer in time. */
  record Failed(List<PendingMessage> batch, Throwable failure) implements AppendOutcome {
    public Failed {
      batch = List.copyOf(batch);
    }
  }
}
