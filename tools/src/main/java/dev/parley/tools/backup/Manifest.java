package dev.parley.tools.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * {@code manifest.json} of a backup: {@code
 * {"format":1,"created_at":"2026-11-22T20:15:30Z","schemas":[…],"tables":[…],"sequences":[…]}}.
 */
record Manifest(
    int format,
    @JsonProperty("created_at") String createdAt,
    List<Schema> schemas,
    List<Table> tables,
    List<Sequence> sequences) {

  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  Manifest {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /** A service's schema and the last migration that was applied to it: {@code "3"}. */
  record Schema(String name, String version) {}

  /** A table's rows. The checksum is of the entry's bytes before compression. */
  record Table(String schema, String name, List<String> columns, long rows, String sha256) {

    Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return schema + "/" + name + ".copy";
    }
  }

  /** The next id of a table. */
  record Sequence(
      String schema,
      String name,
      @JsonProperty("last_value") long lastValue,
      @JsonProperty("is_called") boolean isCalled) {}

  Optional<Table> table(String schema, String name) {
    return tables.stream()
        .filter(table -> table.schema().equals(schema) && table.name().equals(name))
        .findFirst();
  }

  BackupContents contents() {
    return new BackupContents(rows("auth", "accounts"), rows("history", "messages"));
  }

  private long rows(String schema, String name) {
    return table(schema, name).map(Table::rows).orElse(0L);
  }
}
