package dev.parley.client.frame;

/** A user as others see them: {@code {"id":12,"username":"ada"}}. */
public record Person(long id, String username) {}
