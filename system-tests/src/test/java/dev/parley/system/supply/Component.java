package dev.parley.system.supply;

import java.util.List;

/**
 * A library that a program is made of.
 *
 * @param classifier {@code linux-x86_64}, empty where it has none
 * @param licences of which one may choose: their SPDX ids, or what its pom calls them
 */
record Component(
    String group, String name, String version, String classifier, List<String> licences) {
  Component {
    licences = List.copyOf(licences);
  }

  /** {@code netty-transport-native-epoll-4.1.130.Final-linux-x86_64.jar}. */
  String file() {
    return name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  /** How Quarkus names it below {@code quarkus-app/lib}. */
  String fileOfService() {
    return group + "." + file();
  }

  /** {@code io.netty:netty-buffer}. */
  String id() {
    return group + ":" + name;
  }
}
