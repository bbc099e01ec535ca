package dev.parley.tools.predecessor;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The messages of the file, in their order, in a table of the transaction. */
final class ArrivingMessages {

  private static final String TABLE =
      """
      CREATE TEMP TABLE arriving_messages (
        ordinal bigint, part int, label text, sender bigint, everybody boolean, recipient bigint,
        content text, created_at timestamptz)
      ON COMMIT DROP
      """;

  private final Statements statements;
  private final Findings findings;
  private final boolean keepUnaddressed;
  private long staged;

  ArrivingMessages(Statements statements, Findings findings, boolean keepUnaddressed) {
    this.statements = statements;
    this.findings = findings;
    this.keepUnaddressed = keepUnaddressed;
  }

  void stage(OldDatabase old, Consumer<String> progress) throws SQLException {
    statements.run(TABLE);
    MessageProgress told = new MessageProgress(old.messageCount(), progress);
    try (CopyRows rows = new CopyRows(statements.connection(), "arriving_messages")) {
      old.readMessages(
          message -> {
            stage(message, old, rows);
            told.oneMore();
          });
      rows.finish();
    }
    statements.run("ANALYZE arriving_messages");
  }

  private void stage(OldMessage message, OldDatabase old, CopyRows rows) throws SQLException {
    List<String> texts = new MessageContents(findings).of(message);
    if (texts.isEmpty()) {
      return;
    }
    Optional<Long> sender = message.senderId().integer();
    checkFlag(message);
    checkTime(message, old);
    switch (Audience.of(message)) {
      case Audience.Everybody all -> write(message, sender, true, Optional.empty(), texts, rows);
      case Audience.One one -> write(message, sender, false, one.recipient(), texts, rows);
      case Audience.Nobody nobody when keepUnaddressed -> {
        findings.add(Problem.UNADDRESSED_KEPT, message.toString());
        write(message, sender, false, sender, texts, rows);
      }
      case Audience.Nobody nobody -> findings.add(Problem.UNADDRESSED_LEFT_OUT, message.toString());
    }
  }

  private void checkFlag(OldMessage message) {
    Optional<Boolean> flag = Audience.flag(message);
    if (flag.isEmpty()) {
      findings.add(Problem.FLAG_ODD, message + ": " + message.isGlobal().shown());
    } else if (flag.get() && !message.recipientId().isNothing()) {
      findings.add(
          Problem.FLAG_CONTRADICTED,
          "%s, to user %s".formatted(message, message.recipientId().shown()));
    }
  }

  private void checkTime(OldMessage message, OldDatabase old) {
    OldTime.of(message.createdAt(), old.latest())
        .problem()
        .ifPresent(
            problem ->
                findings.add(
                    problem,
                    "%s: %s, now %s"
                        .formatted(message, message.createdAt().shown(), message.at())));
  }

  private void write(
      OldMessage message,
      Optional<Long> sender,
      boolean everybody,
      Optional<Long> recipient,
      List<String> texts,
      CopyRows rows)
      throws SQLException {
    for (int part = 0; part < texts.size(); part++) {
      staged++;
      rows.write(
          staged,
          part,
          message,
          sender.orElse(null),
          everybody,
          recipient.orElse(null),
          texts.get(part),
          message.at());
    }
  }
}
