package dev.parley.system.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Finds what could be another version tomorrow. Every version is one property of the parent's pom,
 * and that one is a version, not a range.
 */
final class PinnedVersions {

  private static final Set<String> VERSIONED = Set.of("dependency", "plugin", "path");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{[\\w.-]+}");
  private static final Pattern VERSION = Pattern.compile("\\d[\\w.-]*(?<!-SNAPSHOT)");
  private static final String SUFFIX = ".version";

  private PinnedVersions() {}

  static Stream<String> findings(Path pom) throws IOException {
    Document document = parse(pom);
    return Stream.concat(
        elements(document, "version").flatMap(PinnedVersions::literals),
        elements(document, "*").flatMap(PinnedVersions::looseProperties));
  }

  private static Stream<String> literals(Element version) {
    return VERSIONED.contains(version.getParentNode().getNodeName())
        ? Stream.of(version.getTextContent())
            .filter(text -> !PROPERTY.matcher(text).matches())
            .map(text -> text + " is no property of the parent's pom")
        : Stream.of();
  }

  private static Stream<String> looseProperties(Element property) {
    return property.getNodeName().endsWith(SUFFIX)
        ? Stream.of(property.getTextContent())
            .filter(text -> !VERSION.matcher(text).matches())
            .map(text -> "%s is no version: %s".formatted(property.getNodeName(), text))
        : Stream.of();
  }

  private static Stream<Element> elements(Document document, String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  private static Document parse(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom.toString(), e);
    }
  }
}
