package dev.parley.stack.command;

import dev.parley.stack.LocalStack;
import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.state.Accounts;
import dev.parley.stack.state.DataFolder;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the stack until Ctrl-C. */
@Command(name = "up", description = "Start everything, and stop it all on Ctrl-C.")
final class UpCommand implements Runnable {

  @Mixin DataOption data;

  @Option(
      names = "--gateways",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many gateways (default: 2).")
  int gateways;

  @Option(
      names = "--auth",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many auth services (default: 1).")
  int auths;

  @Option(
      names = "--history",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many history services (default: 1).")
  int histories;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:PORT:-8000}",
      description = "Where browsers and clients connect (default: PORT, else 8000; 0: any free).")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:HOST:-127.0.0.1}",
      description =
          "The address to listen on (default: HOST, else 127.0.0.1, this machine only; 0.0.0.0: every network).")
  String host;

  @Option(names = "--debug", description = "Answer /debug/users, /debug/sessions, /debug/reset.")
  boolean debug;

  @Override
  public void run() {
    StackOptions options = options();
    LocalStack stack = LocalStack.start(options);
    StackLog.writeTo(new DataFolder(options.data()));
    long accounts = new Accounts(new DataFolder(options.data())).count();
    ReadyLines.of(stack, accounts).lines().forEach(System.out::println);
    BackgroundTraining.beginIfNeeded(options);
    waitForTheEnd();
  }

  private StackOptions options() {
    StackOptions usual = data.options();
    return usual
        .withGateways(gateways)
        .withAuths(auths)
        .withHistories(histories)
        .withPort(port)
        .withHost(host.isBlank() ? usual.host() : host)
        .withDebug(debug)
        .withProgress(System.out::println);
  }

  /** The shutdown hook of the stack stops it. */
  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }
}
