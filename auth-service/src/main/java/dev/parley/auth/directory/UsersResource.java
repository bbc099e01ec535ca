package dev.parley.auth.directory;

import dev.parley.auth.account.Account;
import dev.parley.http.HttpTime;
import dev.parley.protocol.UserId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code GET /users}: the first protocol's list, by age of the account, at most {@value #MAX_ALL}.
 * With any parameter a page of those that are looked for.
 */
@Path("/users")
@Authenticated
@RunOnVirtualThread
class UsersResource {

  private static final int MAX_ALL = 1_000;

  @Inject Presence presence;

  @GET
  @Operation(summary = "Lists users, or those whose name contains a query")
  public List<ListedUser> list(
      @QueryParam("query") String query,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit,
      @QueryParam("order") String order) {
    boolean isSearch = Stream.of(query, after, limit, order).anyMatch(Objects::nonNull);
    List<Account> accounts =
        isSearch ? search(UserSearch.parse(query, after, limit, order)) : all();
    Set<Long> online = presence.online();
    return accounts.stream().map(account -> ListedUser.of(account, online)).toList();
  }

  private static List<Account> search(UserSearch search) {
    return QuarkusTransaction.requiringNew().call(search::find);
  }

  private static List<Account> all() {
    return QuarkusTransaction.requiringNew().call(() -> Account.oldest(MAX_ALL));
  }

  /** {@code {"id":12,"username":"ada","is_online":true,"created_at":"2026-01-02 03:04:05"}}. */
  record ListedUser(UserId id, String username, boolean isOnline, String createdAt) {
    private static ListedUser of(Account account, Set<Long> online) {
      return new ListedUser(
          new UserId(account.id),
          account.username,
          online.contains(account.id),
          HttpTime.seconds(account.createdAt));
    }
  }
}
