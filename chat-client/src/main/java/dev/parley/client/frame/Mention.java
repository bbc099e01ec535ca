package dev.parley.client.frame;

/** A user whom a message names, and where: in UTF-16 units of its content. */
public record Mention(long user, int start, int length) {}
