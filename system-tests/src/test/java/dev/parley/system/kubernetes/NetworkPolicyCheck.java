package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Network policies begin with a denial of everything, and allow only between pods and at ports that
 * exist. Pods of other namespaces are not known here.
 */
final class NetworkPolicyCheck implements Check {

  private static final List<String> BOTH = List.of("Ingress", "Egress");

  @Override
  public Stream<String> findings(Manifests manifests) {
    return Stream.concat(
        deniesByDefault(manifests)
            ? Stream.of()
            : Stream.of("NetworkPolicy/default-deny: nothing denies everything to all pods"),
        manifests.ofKind("NetworkPolicy").flatMap(policy -> ofPolicy(manifests, policy)));
  }

  private static boolean deniesByDefault(Manifests manifests) {
    return manifests
        .ofKind("NetworkPolicy")
        .map(policy -> policy.at("/spec"))
        .anyMatch(
            spec ->
                spec.path("podSelector").isEmpty()
                    && Json.texts(spec.path("policyTypes")).toList().containsAll(BOTH)
                    && !spec.has("ingress")
                    && !spec.has("egress"));
  }

  private static Stream<String> ofPolicy(Manifests manifests, Resource policy) {
    Selector subject = new Selector(policy.at("/spec/podSelector"));
    return Stream.of(
            subject.alternatives().flatMap(each -> selectsNone(manifests, each)),
            Json.list(policy.at("/spec/ingress"))
                .flatMap(
                    rule ->
                        Stream.concat(
                            peers(rule.path("from")).flatMap(peer -> selectsNone(manifests, peer)),
                            closedPorts(manifests, rule, subject))),
            Json.list(policy.at("/spec/egress")).flatMap(rule -> ofEgress(manifests, rule)))
        .flatMap(findings -> findings)
        .map(policy::finding);
  }

  private static Stream<String> ofEgress(Manifests manifests, JsonNode rule) {
    return peers(rule.path("to"))
        .flatMap(
            peer ->
                Stream.concat(selectsNone(manifests, peer), closedPorts(manifests, rule, peer)));
  }

  /** Those in the own namespace, one by one. */
  private static Stream<Selector> peers(JsonNode peers) {
    return Json.list(peers)
        .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
        .flatMap(peer -> new Selector(peer.get("podSelector")).alternatives());
  }

  private static Stream<String> selectsNone(Manifests manifests, Selector selector) {
    return manifests.podsSelectedBy(selector).findAny().isPresent()
        ? Stream.of()
        : Stream.of("%s selects no pods".formatted(selector));
  }

  private static Stream<String> closedPorts(Manifests manifests, JsonNode rule, Selector to) {
    return Json.list(rule.path("ports"))
        .map(port -> port.path("port"))
        .flatMap(
            port ->
                manifests
                    .podsSelectedBy(to)
                    .filter(pods -> !pods.hasPort(port))
                    .map(pods -> "%s has no port %s".formatted(pods.owner().id(), port)));
  }
}
