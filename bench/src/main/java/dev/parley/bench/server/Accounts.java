package dev.parley.bench.server;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.VoidedException;
import dev.parley.protocol.SessionToken;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DatabaseAccess;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Users {@code bench00000}, {@code bench00001}, … with a session each. They are written directly
 * into the tables of the auth service, because there are thousands and a password hash costs about
 * 50 ms. They have no password, so nobody can log in with them. Their sessions are checked like all
 * others: by the gateway and, if the cache lacks them, by the auth service.
 */
final class Accounts {

  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
        SELECT name, name, name, 'none', now() FROM unnest(?::text[]) AS name
        RETURNING id, username
      )
      INSERT INTO auth.sessions (account_id, token_hash, created_at, last_seen_at, expires_at)
      SELECT made.id, given.hash, now(), now(), now() + interval '1 day'
      FROM made JOIN unnest(?::text[], ?::text[]) AS given (name, hash) ON given.name = made.username
      """;

  private final List<SessionToken> tokens;

  private Accounts(List<SessionToken> tokens) {
    this.tokens = tokens;
  }

  static Accounts insert(LocalPostgres postgres, int count) {
    return insert(postgres, 0, count);
  }

  /** The number of the first user. */
  static Accounts insert(LocalPostgres postgres, int first, int count) {
    SecureRandom random = new SecureRandom();
    List<SessionToken> tokens =
        Stream.generate(() -> SessionToken.generate(random)).limit(count).toList();
    String[] names =
        IntStream.range(first, first + count).mapToObj(ChatMessage::nameOf).toArray(String[]::new);
    String[] hashes = tokens.stream().map(token -> token.hash().value()).toArray(String[]::new);
    write(postgres, names, hashes);
    return new Accounts(tokens);
  }

  private static void write(LocalPostgres postgres, String[] names, String[] hashes) {
    try (Connection connection =
            DatabaseAccess.connect(LocalPostgres.database(postgres.port(), postgres.password()));
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, connection.createArrayOf("text", names));
      insert.setArray(2, connection.createArrayOf("text", names));
      insert.setArray(3, connection.createArrayOf("text", hashes));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new VoidedException("the users could not be created: " + e.getMessage(), e);
    }
  }

  /**
   * The token of this user. If there are more clients than users, it begins again with the first.
   */
  String token(int client) {
    return tokens.get(client % tokens.size()).value();
  }
}
