package dev.parley.gateway.conversation;

import dev.parley.gateway.Timers;
import dev.parley.gateway.history.LastSequences;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Asks once more how far a conversation goes, after it began here. What was committed between the
 * answer by which it began and that moment may have been told to this gateway when nobody was a
 * member, and nobody would tell of it again.
 */
@Singleton
class FirstLook {

  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final LastSequences sequences;
  private final Repair repair;
  private final Timers timers;

  FirstLook(LastSequences sequences, Repair repair, Timers timers) {
    this.sequences = sequences;
    this.repair = repair;
    this.timers = timers;
  }

  void at(Conversation conversation) {
    if (conversation.order().hasEnded()) {
      return;
    }
    sequences
        .of(conversation.id())
        .subscribe()
        .with(
            last -> {
              conversation.order().committed(last);
              repair.ifMissing(conversation.order());
            },
            failure -> timers.after(RETRY_AFTER, timer -> at(conversation)));
  }
}
