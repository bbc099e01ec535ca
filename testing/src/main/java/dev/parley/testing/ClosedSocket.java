package dev.parley.testing;

/** How a WebSocket ended; code 1006 where no close frame came. */
public record ClosedSocket(int code, String reason) {}
