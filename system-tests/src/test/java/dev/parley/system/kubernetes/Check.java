package dev.parley.system.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** One way in which manifests can be wrong. */
interface Check {

  /** These read manifests that have passed a {@link SchemaCheck}. */
  List<Check> FURTHER =
      List.of(
          new SelectorCheck(),
          new PortCheck(),
          new ReferenceCheck(),
          new HardeningCheck(),
          new StopCheck(),
          new ProbeCheck(),
          new SpreadCheck(),
          new AddressCheck());

  /** A sentence for each mistake, beginning with {@link Resource#id()}. */
  Stream<String> findings(Manifests manifests);

  static List<String> all(Manifests manifests) {
    List<String> malformed = new SchemaCheck().findings(manifests).toList();
    return malformed.isEmpty()
        ? FURTHER.stream().flatMap(check -> check.findings(manifests)).toList()
        : malformed;
  }
}
