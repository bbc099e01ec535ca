package dev.parley.system.supply;

import java.util.Set;
import java.util.stream.Stream;

/** Which licences the libraries of Parley may have. Where one may choose, one of them is enough. */
final class Licences {

  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "CDDL-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0",
          "MPL-2.0",
          "Public Domain",
          "Unicode-3.0");

  private static final String OURS = "dev.parley";

  private Licences() {}

  /** Those that have no licence, or none of these. */
  static Stream<String> findings(Sbom sbom) {
    return sbom.components().stream()
        .filter(component -> !component.group().equals(OURS))
        .filter(component -> component.licences().stream().noneMatch(ALLOWED::contains))
        .map(component -> "%s: %s".formatted(component.id(), component.licences()))
        .distinct();
  }
}
