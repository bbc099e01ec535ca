package dev.parley.history.reset;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Everything that this service keeps. */
@Singleton
class AllConversations {

  /**
   * Appends lock conversations first as well, so they and this wait for each other in one order.
   */
  private static final String DELETE =
      """
      TRUNCATE history.conversations, history.participants, history.messages RESTART IDENTITY
      """;

  private static final String CREATE_GLOBAL =
      "INSERT INTO history.conversations (name) VALUES ('global')";

  @Transactional
  void delete() {
    Panache.getSession().createNativeMutationQuery(DELETE).executeUpdate();
    Panache.getSession().createNativeMutationQuery(CREATE_GLOBAL).executeUpdate();
  }
}
