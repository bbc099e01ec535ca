package dev.parley.system.observability;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a PromQL expression names. Understands as much of the language as ours use. */
record Expression(String text) {

  /** One metric of it, and what its labels must be: equal to a value, or only there. */
  record Selector(String metric, Map<String, String> equal, Set<String> labels) {}

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w$.])([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(?![\\w:]|\\s*\\()");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  List<Selector> selectors() {
    String bare = GROUPING.matcher(RANGE.matcher(text).replaceAll("")).replaceAll("");
    return SELECTOR
        .matcher(bare)
        .results()
        .filter(found -> !OPERATORS.contains(found.group(1)))
        .map(found -> selector(found.group(1), found.group(2)))
        .toList();
  }

  private static Selector selector(String metric, String braces) {
    Map<String, String> equal = new HashMap<>();
    Map<String, String> all = new HashMap<>();
    Matcher matcher = MATCHER.matcher(braces == null ? "" : braces);
    while (matcher.find()) {
      all.put(matcher.group(1), matcher.group(3));
      if (matcher.group(2).equals("=")) {
        equal.put(matcher.group(1), matcher.group(3));
      }
    }
    return new Selector(metric, equal, all.keySet());
  }

  /** By which labels it groups. */
  Set<String> groupings() {
    return GROUPING
        .matcher(text)
        .results()
        .flatMap(found -> Arrays.stream(found.group(1).split(",", -1)))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }
}
