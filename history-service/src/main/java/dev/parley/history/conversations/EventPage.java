package dev.parley.history.conversations;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code {"events":[…],"first_seq":1,"last_seq":821,"has_more":true}}, in the order of the log.
 *
 * @param firstSeq the first event of the conversation that still exists
 */
@RegisterForReflection
record EventPage(List<Event> events, Sequence firstSeq, Sequence lastSeq, boolean hasMore) {}
