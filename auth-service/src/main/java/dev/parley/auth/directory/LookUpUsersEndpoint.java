package dev.parley.auth.directory;

import static java.util.stream.Collectors.toMap;

import dev.parley.auth.account.Account;
import dev.parley.name.Usernames;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.LookUpUsers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds accounts by name for the other services. Names are unique without regard to case, so the
 * folded name finds the exact one and every other spelling of it.
 */
@Path("/internal/users/lookup")
@RunOnVirtualThread
class LookUpUsersEndpoint {

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public LookUpUsers.Answer lookUp(LookUpUsers.Request request) {
    Map<String, String> foldedByAsked = folded(request.usernames());
    Map<String, User> users = byFoldedName(foldedByAsked.values().stream().distinct().toList());
    Map<String, User> found = new HashMap<>();
    foldedByAsked.forEach(
        (asked, folded) -> {
          if (users.containsKey(folded)) {
            found.put(asked, users.get(folded));
          }
        });
    return new LookUpUsers.Answer(found);
  }

  private static Map<String, String> folded(List<String> asked) {
    Map<String, String> folded = new HashMap<>();
    asked.forEach(name -> Usernames.folded(name).ifPresent(key -> folded.put(name, key)));
    return folded;
  }

  private static Map<String, User> byFoldedName(List<String> names) {
    List<Account> accounts = QuarkusTransaction.requiringNew().call(() -> Account.named(names));
    return accounts.stream().collect(toMap(account -> account.foldedName, Account::user));
  }
}
