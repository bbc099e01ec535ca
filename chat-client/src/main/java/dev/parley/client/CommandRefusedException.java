package dev.parley.client;

import dev.parley.client.frame.ServerFrame;

/** The server said no to a command, and that sending it again cannot help. */
public final class CommandRefusedException extends RuntimeException {

  private final transient ServerFrame.Refused error;

  CommandRefusedException(ServerFrame.Refused error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  public ServerFrame.Refused error() {
    return error;
  }
}
