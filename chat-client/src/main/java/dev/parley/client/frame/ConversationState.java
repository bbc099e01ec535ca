package dev.parley.client.frame;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One of the user's conversations, as {@code welcome} lists it, an {@code added} carries it, and
 * the creation of a room returns it. What a server does not send is null, false or 0.
 *
 * @param kind {@code "global"}, {@code "direct"}, {@code "room"} or {@code "inbox"}
 * @param with the other user of a direct conversation
 * @param unread up to 100 in a direct conversation and the inbox; 0 or 1 in others
 */
public record ConversationState(
    String conversation,
    String kind,
    String name,
    Person with,
    String role,
    long firstSeq,
    long lastSeq,
    long readSeq,
    int unread,
    int mentions,
    @JsonProperty("notify") String notifications,
    String mutedUntil,
    boolean archived,
    String visibility,
    String topic,
    String whoMayPost) {}
