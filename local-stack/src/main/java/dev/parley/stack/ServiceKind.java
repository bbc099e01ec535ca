package dev.parley.stack;

/** The services, and how their processes are called. */
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

  /** Of its Maven module, and of the folder with it. */
  String module() {
    return module;
  }

  /** {@code "gateway-1"}. */
  String processName(int number) {
    return shortName + "-" + number;
  }
}
