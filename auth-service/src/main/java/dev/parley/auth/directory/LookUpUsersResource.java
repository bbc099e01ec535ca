package dev.parley.auth.directory;

import static java.util.stream.Collectors.toMap;

import dev.parley.auth.account.Account;
import dev.parley.name.Usernames;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.LookUpUsers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds accounts by name and by id for the other services. Names are unique without regard to case,
 * so the folded name finds the exact one and every other spelling of it.
 */
@Path("/internal/users/lookup")
@RunOnVirtualThread
class LookUpUsersResource {

  @POST
  public LookUpUsers.Answer lookUp(LookUpUsers.Request request) {
    return new LookUpUsers.Answer(byName(request.usernames()), byId(request.ids()));
  }

  private static Map<String, User> byName(List<String> asked) {
    Map<String, String> foldedByAsked = folded(asked);
    Map<String, User> users = byFoldedName(foldedByAsked.values().stream().distinct().toList());
    Map<String, User> found = new HashMap<>();
    foldedByAsked.forEach(
        (name, folded) -> {
          if (users.containsKey(folded)) {
            found.put(name, users.get(folded));
          }
        });
    return found;
  }

  private static Map<String, String> folded(List<String> asked) {
    Map<String, String> folded = new HashMap<>();
    asked.forEach(name -> Usernames.folded(name).ifPresent(key -> folded.put(name, key)));
    return folded;
  }

  private static Map<String, User> byFoldedName(List<String> names) {
    return find(names, Account::named).stream()
        .collect(toMap(account -> account.foldedName, Account::user));
  }

  private static Map<String, User> byId(List<UserId> asked) {
    List<Long> ids = asked.stream().map(UserId::value).distinct().toList();
    return find(ids, Account::withIds).stream()
        .collect(toMap(account -> account.id.toString(), Account::user));
  }

  private static <K> List<Account> find(List<K> keys, Function<List<K>, List<Account>> query) {
    return keys.isEmpty()
        ? List.of()
        : QuarkusTransaction.requiringNew().call(() -> query.apply(keys));
  }
}
