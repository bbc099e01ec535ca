package dev.parley.history.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.protocol.Sequence;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message as it is now, and {@code {"pinned_seq":816}}.
 *
 * @param pinnedSeq the event that pinned it
 */
@RegisterForReflection
record PinnedMessage(@JsonUnwrapped MessageState state, Sequence pinnedSeq) {}
