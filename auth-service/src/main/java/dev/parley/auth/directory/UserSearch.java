package dev.parley.auth.directory;

import dev.parley.auth.account.Account;
import dev.parley.name.Usernames;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code ?query=&after=&limit=&order=} of the user list: those whose name contains the query.
 *
 * @param query any text; the case does not matter, empty for everybody
 * @param after only ids above this one: the last one of the page before
 * @param limit 1 to {@value #MAX_LIMIT} users
 * @param order which of them come first
 */
record UserSearch(String query, long after, int limit, Order order) {

  enum Order {
    /** Page by page. */
    ID("order by id"),
    /**
     * The name that is the query, names that begin with it, then the others, shorter ones first.
     */
    MATCH("order by locate(?2, foldedName), length(foldedName), foldedName");

    private final String clause;

    Order(String clause) {
      this.clause = clause;
    }

    private static Order parse(String text) {
      return switch (text) {
        case null -> ID;
        case "id" -> ID;
        case "match" -> MATCH;
        default -> throw new ParleyException(ErrorCode.INVALID_FIELD, "order must be id or match");
      };
    }
  }

  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  /** From what a client wrote; null where it left one out. */
  static UserSearch parse(String query, String after, String limit, String order) {
    return new UserSearch(
        query == null ? "" : query,
        number("after", after, 0, 0, Long.MAX_VALUE),
        (int) number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT),
        Order.parse(order));
  }

  private static long number(String name, String text, long otherwise, long min, long max) {
    if (text == null) {
      return otherwise;
    }
    return Optional.of(text)
        .filter(digits -> NUMBER.matcher(digits).matches())
        .map(Long::valueOf)
        .filter(value -> value >= min && value <= max)
        .orElseThrow(() -> invalid(name, min, max));
  }

  private static ParleyException invalid(String name, long min, long max) {
    String bound = max == Long.MAX_VALUE ? "" : " to " + max;
    return new ParleyException(
        ErrorCode.INVALID_FIELD, name + " must be a number from " + min + bound);
  }

  List<Account> find() {
    return Usernames.folded(query).map(this::find).orElse(List.of());
  }

  private List<Account> find(String folded) {
    return Account.<Account>find(
            "id > ?1 and locate(?2, foldedName) > 0 " + order.clause, after, folded)
        .page(0, limit)
        .list();
  }
}
