package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pods find their Secrets, and clients an address that stays when pods are replaced. A headless
 * Service has no such address: DNS names its pods, and clients remember pods that are gone.
 */
final class ReferenceCheck {

  /** A host without a dot is a Service of the same namespace. */
  private static final Pattern ADDRESS =
      Pattern.compile("://(?:[^/@\\s]*@)?([a-z0-9-]+:[0-9]+)(?![0-9.])");

  private ReferenceCheck() {}

  static Stream<String> findings(Manifests manifests) {
    return Stream.of(
            Manifests.each(manifests.workloads(), pods -> secrets(manifests, pods)),
            Manifests.each(
                manifests.ofKind("StatefulSet"),
                owner -> headless(manifests, owner.at("/spec/serviceName").asText())),
            Manifests.each(
                manifests.ofKind("ConfigMap"),
                settings -> addresses(manifests, settings, JsonNode::asText)),
            Manifests.each(
                manifests.ofKind("Secret"),
                settings -> addresses(manifests, settings, ReferenceCheck::decoded)))
        .flatMap(findings -> findings);
  }

  private static Stream<String> secrets(Manifests manifests, JsonNode pods) {
    return pods.findValues("secretKeyRef").stream()
        .filter(
            reference ->
                manifests
                    .find("Secret", reference.path("name").asText())
                    .filter(secret -> secret.path("data").has(reference.path("key").asText()))
                    .isEmpty())
        .map(reference -> "there is no secret " + reference.path("key").asText());
  }

  private static Stream<String> headless(Manifests manifests, String name) {
    return Manifests.unless(
        manifests.find("Service", name).filter(ReferenceCheck::isHeadless).isPresent(),
        "there is no headless Service/" + name);
  }

  private static Stream<String> addresses(
      Manifests manifests, JsonNode settings, Function<JsonNode, String> value) {
    return Manifests.list(settings.path("data"))
        .flatMap(setting -> ADDRESS.matcher(value.apply(setting)).results())
        .map(address -> address.group(1))
        .filter(address -> manifests.ofKind("Service").noneMatch(it -> hasAddress(it, address)))
        .map("no Service keeps the address "::concat);
  }

  private static boolean hasAddress(JsonNode service, String address) {
    return !isHeadless(service)
        && Manifests.list(service.at("/spec/ports"))
            .map(port -> Manifests.name(service) + ":" + port.path("port").asText())
            .anyMatch(address::equals);
  }

  private static boolean isHeadless(JsonNode service) {
    return service.at("/spec/clusterIP").asText().equals("None");
  }

  private static String decoded(JsonNode value) {
    return new String(Base64.getMimeDecoder().decode(value.asText()), StandardCharsets.UTF_8);
  }
}
