package dev.parley.chaos.schedule;

/** A part of the stack, by the name of its process: {@code "gateway-1"}, {@code "redis"}. */
public enum Target {
  GATEWAY_1("gateway-1"),
  GATEWAY_2("gateway-2"),
  HISTORY_1("history-1"),
  HISTORY_2("history-2"),
  AUTH_1("auth-1"),
  AUTH_2("auth-2"),
  REDIS("redis"),
  POSTGRES("postgres");

  private final String process;

  Target(String process) {
    this.process = process;
  }

  public boolean isGateway() {
    return this == GATEWAY_1 || this == GATEWAY_2;
  }

  @Override
  public String toString() {
    return process;
  }
}
