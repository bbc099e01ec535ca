package dev.parley.history.reset;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Everything that this service keeps. */
@Singleton
class EverythingStored {

  /**
   * Appends lock conversations first as well, so they and this wait for each other in one order.
   */
  private static final String DELETE =
      """
      TRUNCATE history.conversations, history.members, history.read_marks, history.rooms,
        history.bans, history.messages, history.changes, history.revisions, history.reactions,
        history.pins, history.accounts RESTART IDENTITY
      """;

  private static final String CREATE_GLOBAL =
      "INSERT INTO history.conversations (name) VALUES ('global')";

  /** Whoever knows the old one drops what they hold. */
  private static final String BEGIN_EPOCH = "UPDATE history.epoch SET id = gen_random_uuid()::text";

  @Transactional
  void delete() {
    for (String statement : List.of(DELETE, CREATE_GLOBAL, BEGIN_EPOCH)) {
      Panache.getSession().createNativeMutationQuery(statement).executeUpdate();
    }
  }
}
