package dev.parley.history.messages;

import java.util.List;

/**
 * {@code {"messages":[…],"has_more":true}}, oldest first.
 *
 * @param hasMore whether there are more in the direction that was asked for: older ones, or with
 *     {@code after} newer ones
 */
record MessagePage(List<Message> messages, boolean hasMore) {}
