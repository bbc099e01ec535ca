package dev.parley.gateway.append;

import dev.parley.protocol.append.Receipt;
import java.util.List;

/** The result of a batch: either all of it was decided, or nobody knows whether any of it was. */
sealed interface AppendOutcome {

  List<PendingCommand> batch();

  /** Receipts in the order of the batch. */
  record Stored(List<PendingCommand> batch, List<Receipt> receipts) implements AppendOutcome {
    public Stored {
      batch = List.copyOf(batch);
      receipts = List.copyOf(receipts);
      if (batch.size() != receipts.size()) {
        throw new IllegalArgumentException("there must be as many receipts as commands");
      }
    }
  }

  /** The history service refused, failed or did not answer in time. */
  record Failed(List<PendingCommand> batch, Throwable failure) implements AppendOutcome {
    public Failed {
      batch = List.copyOf(batch);
    }
  }
}
