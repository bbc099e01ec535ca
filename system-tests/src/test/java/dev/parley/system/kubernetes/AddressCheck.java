package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every address in a setting belongs to a Service, whose own address stays when its pods are
 * replaced. A headless Service has none: DNS names its pods, and clients remember pods that are
 * gone.
 */
final class AddressCheck implements Check {

  /** A host without a dot is a Service of the same namespace. */
  private static final Pattern ADDRESS =
      Pattern.compile("://(?:[^/@\\s]*@)?([a-z0-9-]+):([0-9]+)(?![0-9.])");

  @Override
  public Stream<String> findings(Manifests manifests) {
    return Stream.concat(
        manifests.resources().stream().flatMap(each -> ofSettings(manifests, each)),
        manifests.ofKind("StatefulSet").flatMap(owner -> ofStatefulSet(manifests, owner)));
  }

  private static Stream<String> ofSettings(Manifests manifests, Resource settings) {
    return values(settings)
        .flatMap(value -> ADDRESS.matcher(value).results())
        .flatMap(address -> ofAddress(manifests, address))
        .map(finding -> settings.withoutHash().finding(finding));
  }

  private static Stream<String> values(Resource settings) {
    Stream<JsonNode> values = Json.list(settings.at("/data"));
    return switch (settings.kind()) {
      case "ConfigMap" -> values.map(JsonNode::asText);
      case "Secret" -> values.map(JsonNode::asText).map(AddressCheck::decoded);
      default -> Stream.of();
    };
  }

  private static String decoded(String value) {
    return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
  }

  private static Stream<String> ofAddress(Manifests manifests, MatchResult address) {
    String name = address.group(1);
    if (manifests.find("Service", name).filter(found -> hasPort(found, address)).isEmpty()) {
      return Stream.of("there is no Service/%s:%s".formatted(name, address.group(2)));
    }
    return isHeadless(manifests, name)
        ? Stream.of("Service/%s is headless".formatted(name))
        : Stream.of();
  }

  private static boolean hasPort(Resource service, MatchResult address) {
    return Json.list(service.at("/spec/ports"))
        .anyMatch(port -> port.path("port").asText().equals(address.group(2)));
  }

  private static Stream<String> ofStatefulSet(Manifests manifests, Resource owner) {
    String name = owner.at("/spec/serviceName").asText();
    return isHeadless(manifests, name)
        ? Stream.of()
        : Stream.of(owner.finding("there is no headless Service/%s".formatted(name)));
  }

  private static boolean isHeadless(Manifests manifests, String service) {
    return manifests
        .find("Service", service)
        .filter(found -> found.at("/spec/clusterIP").asText().equals("None"))
        .isPresent();
  }
}
