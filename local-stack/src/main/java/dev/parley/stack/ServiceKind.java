package dev.parley.stack;

/** The services, and the names of their processes. */
enum ServiceKind {
  AUTH("auth", "auth-service"),
  HISTORY("history", "history-service"),
  GATEWAY("gateway", "chat-gateway");

  private final String shortName;
  private final String module;

  ServiceKind(String shortName, String module) {
    this.shortName = shortName;
    this.module = module;
  }

  /** The name of its Maven module and of the module's folder. */
  String module() {
    return module;
  }

  /** {@code "gateway-1"}. */
  String processName(int number) {
    return shortName + "-" + number;
  }
}
