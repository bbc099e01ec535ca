package dev.parley.system.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/configuration.md has every setting of the services, with its default, and no other. */
class ConfigurationDocumentTest {

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern PROPERTY = Pattern.compile("`(parley\\.[a-z.-]+)`");
  private static final Pattern VARIABLE = Pattern.compile("\\bPARLEY_[A-Z_]+");

  /** Read by the local stack, not by a service. */
  private static final Set<String> OF_THE_LOCAL_STACK =
      Set.of("PARLEY_AOT", "PARLEY_JAVA_OPTIONS", "PARLEY_RUNTIME");

  /** A line of a table: what it names, and all of its text. */
  private record Row(List<String> names, String text) {}

  static List<Setting> settings() {
    return Setting.all();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everySettingHasARowWithItsDefault(Setting setting) throws IOException {
    List<Row> rows = rows().stream().filter(row -> row.names().contains(setting.name())).toList();
    assertTrue(!rows.isEmpty(), "no row for " + setting.name());
    String expected = setting.defaultValue().orElse("").toLowerCase(Locale.ROOT);
    assertTrue(
        rows.stream().anyMatch(row -> row.text().toLowerCase(Locale.ROOT).contains(expected)),
        setting + " has another default than its row says: " + rows);
  }

  @Test
  void noSettingIsInvented() throws IOException {
    Set<String> known = settings().stream().map(Setting::name).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    rows().forEach(row -> named.addAll(row.names()));
    PROPERTY.matcher(document()).results().forEach(found -> named.add(found.group(1)));
    named.removeIf(name -> !name.startsWith("parley.") || known.contains(name));
    assertEquals(Set.of(), named);
  }

  @Test
  void noVariableIsInvented() throws IOException {
    Set<String> known = settings().stream().map(Setting::variable).collect(Collectors.toSet());
    known.addAll(OF_THE_LOCAL_STACK);
    Set<String> named =
        VARIABLE
            .matcher(document())
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  private static List<Row> rows() throws IOException {
    return document()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> new Row(names(line.split("\\|", 3)[1]), line))
        .toList();
  }

  /** {@code `parley.some.name`, `.other`} are two: the second one stands beside the first. */
  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    for (String quoted : QUOTED.matcher(cell).results().map(it -> it.group(1)).toList()) {
      String first = names.isEmpty() ? "" : names.getFirst();
      names.add(
          quoted.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + quoted : quoted);
    }
    return names;
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "configuration.md"));
  }
}
