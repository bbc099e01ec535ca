package dev.parley.history.ledger;

import dev.parley.protocol.Sequence;
import java.time.Instant;

/**
 * What a message said before an edit.
 *
 * @param contentSeq the event from which that content was
 */
public record Revision(Place message, Sequence contentSeq, String content, Instant writtenAt) {}
