package dev.parley.stack;

import dev.parley.stack.process.SupervisedProcess;
import java.net.URI;
import java.nio.file.Path;

/** A running auth-service, history-service or chat-gateway. */
public final class ServiceProcess implements StackPart {

  private final SupervisedProcess process;
  private final URI uri;
  private final URI managementUri;

  ServiceProcess(SupervisedProcess process, URI uri, URI managementUri) {
    this.process = process;
    this.uri = uri;
    this.managementUri = managementUri;
  }

  /** Of this very process, past the edge: {@code http://127.0.0.1:23456}. */
  public URI uri() {
    return uri;
  }

  /** Health and metrics, at {@code /q/health} and {@code /q/metrics}. */
  public URI managementUri() {
    return managementUri;
  }

  SupervisedProcess process() {
    return process;
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Path log() {
    return process.log();
  }

  @Override
  public boolean isRunning() {
    return process.isRunning();
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void pause() {
    process.pause();
  }

  @Override
  public void resume() {
    process.resume();
  }

  @Override
  public void restart() {
    process.restart();
  }
}
