package dev.parley.stack;

import dev.parley.stack.process.SupervisedProcess;
import java.net.URI;

/** A running auth-service, history-service or chat-gateway. */
public final class ServiceProcess implements StackPart {

  private final PlannedService service;
  private final SupervisedProcess process;

  ServiceProcess(PlannedService service, SupervisedProcess process) {
    this.service = service;
    this.process = process;
  }

  /** The address of this process itself, behind the edge: {@code http://127.0.0.1:23456}. */
  public URI uri() {
    return service.uri();
  }

  /** Its internal port: {@code /q/health}, {@code /q/metrics} and {@code /internal/…}. */
  public URI managementUri() {
    return service.managementUri();
  }

  ServiceKind kind() {
    return service.kind();
  }

  int number() {
    return service.number();
  }

  @Override
  public SupervisedProcess process() {
    return process;
  }
}
