package dev.parley.history.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.event.Event;

/**
 * One of a user's conversations as {@code welcome} has it, with {@code "last_message":{…}}.
 *
 * @param lastMessage its frame; null before the first message
 */
record Overview(@JsonUnwrapped ConversationEntry entry, Event lastMessage) {}
