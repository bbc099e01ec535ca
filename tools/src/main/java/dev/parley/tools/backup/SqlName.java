package dev.parley.tools.backup;

import java.util.List;
import java.util.stream.Collectors;

/** Names of tables and columns, quoted for a statement. */
final class SqlName {

  private SqlName() {}

  static String of(String schema, String name) {
    return quoted(schema) + "." + quoted(name);
  }

  static String list(List<String> names) {
    return names.stream().map(SqlName::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
