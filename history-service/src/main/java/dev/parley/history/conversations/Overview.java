package dev.parley.history.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.event.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One of a user's conversations: all fields of its entry in {@code welcome}, and {@code
 * {"last_message":{…}}}.
 *
 * @param lastMessage as it is now; null before the first one
 */
@RegisterForReflection
record Overview(@JsonUnwrapped ConversationEntry entry, Event lastMessage) {}
