package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.kubernetes.Installation.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake is found, and nothing else is found with it. */
class PlantedMistakesTest {

  private static final String GATEWAY = "Deployment/chat-gateway";
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  private static final String NAME = "/app.kubernetes.io~1name";
  private static final String GATEWAYS =
      "{\"matchLabels\":{\"app.kubernetes.io/name\":\"chat-gateway\"}}";
  private static final String NOBODY = GATEWAYS.replace("chat-gateway", "gateway");

  private static Manifests manifests;

  @BeforeAll
  static void render(@TempDir Path folder) {
    manifests = Installation.copiedTo(folder).render(Overlay.LOCAL);
  }

  @ParameterizedTest
  @MethodSource({
    "fieldsAndTypes",
    "selectors",
    "portsAndVolumes",
    "references",
    "resourcesAndStops",
    "hardening",
    "networkPolicies",
    "defaultDenial",
    "ingresses",
    "probes",
    "spreads",
    "addresses"
  })
  void itIsFoundAndNothingElse(Mistake mistake) {
    assertEquals(
        List.of("%s: %s".formatted(mistake.found(), mistake.finding())),
        Check.all(mistake.plantedIn(manifests)));
  }

  private static Mistake inGateway(String pointer, String value, String finding) {
    return new Mistake(GATEWAY, pointer, value, finding);
  }

  static Stream<Mistake> fieldsAndTypes() {
    return Stream.of(
        inGateway(
            "/spec/replica",
            "3",
            "The field `replica` in the JSON string is not defined in the `V1DeploymentSpec`"
                + " properties"),
        inGateway(
            CONTAINER + "/livenessProbes",
            "{}",
            "The field `livenessProbes` in the JSON string is not defined in the `V1Container`"
                + " properties"),
        inGateway(
            "/spec/selector", "", "The required field `selector` is not found in the JSON string"),
        inGateway(
            "/spec/minReadySeconds", "\"10\"", "/spec/minReadySeconds is \"10\" instead of 10"),
        inGateway(
            POD + "/automountServiceAccountToken",
            "\"false\"",
            POD + "/automountServiceAccountToken is \"false\" instead of false"),
        inGateway(
            "/spec/template/metadata/labels/version",
            "1",
            "/spec/template/metadata/labels/version is 1 instead of \"1\""),
        inGateway(
            "/spec/minReadySeconds",
            "\"ten\"",
            "java.lang.NumberFormatException: For input string: \"ten\""),
        inGateway(
            POD + "/containers",
            "{}",
            "Expected the field `containers` to be an array in the JSON string but got `{}`"),
        inGateway(CONTAINER + "/resources/limits/memory", "\"1Gib\"", "Could not parse suffix"),
        inGateway("/apiVersion", "\"apps/v1beta1\"", "there is no kind apps/v1beta1 Deployment"));
  }

  static Stream<Mistake> selectors() {
    return Stream.of(
        inGateway(
            "/spec/selector/matchLabels" + NAME,
            "\"gateway\"",
            NOBODY
                + " does not select its pods {\"app.kubernetes.io/name\":\"chat-gateway\","
                + "\"app.kubernetes.io/part-of\":\"parley\"}"),
        inGateway(
            POD + "/topologySpreadConstraints/0/labelSelector",
            NOBODY,
            NOBODY
                + " does not select its pods {\"app.kubernetes.io/name\":\"chat-gateway\","
                + "\"app.kubernetes.io/part-of\":\"parley\"}"),
        new Mistake(
            "Service/chat-gateway",
            "/spec/selector" + NAME,
            "\"gateway\"",
            NOBODY + " selects no pods"),
        new Mistake(
            "PodDisruptionBudget/chat-gateway",
            "/spec/selector",
            NOBODY,
            NOBODY + " selects no pods"),
        new Mistake(
            "HorizontalPodAutoscaler/chat-gateway",
            "/spec/scaleTargetRef/name",
            "\"gateway\"",
            "there is no {\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"gateway\"}"
                + " to scale"));
  }

  static Stream<Mistake> portsAndVolumes() {
    return Stream.of(
        new Mistake(
            "Service/chat-gateway",
            "/spec/ports/0/targetPort",
            "\"web\"",
            "Deployment/chat-gateway has no port \"web\""),
        new Mistake(
            "Service/chat-gateway",
            "/spec/ports/0/targetPort",
            "8081",
            "Deployment/chat-gateway has no port 8081"),
        inGateway(
            CONTAINER + "/readinessProbe/httpGet/port",
            "\"health\"",
            "container service has no port \"health\" to probe"),
        inGateway(
            CONTAINER + "/livenessProbe/httpGet/port",
            "9081",
            "container service has no port 9081 to probe"),
        inGateway(
            CONTAINER + "/volumeMounts/-",
            "{\"name\":\"data\",\"mountPath\":\"/data\"}",
            "there is no volume data to mount"),
        inGateway(
            POD + "/volumes/-",
            "{\"name\":\"data\",\"emptyDir\":{}}",
            "nobody mounts the volume data"));
  }

  static Stream<Mistake> references() {
    return Stream.of(
        inGateway(
            CONTAINER + "/env/0/valueFrom/secretKeyRef/key",
            "\"REDIS_URL\"",
            "there is no Secret/parley-secrets REDIS_URL"),
        inGateway(
            CONTAINER + "/env/0/valueFrom/secretKeyRef/name",
            "\"secrets\"",
            "there is no Secret/secrets QUARKUS_REDIS_HOSTS"),
        inGateway(
            CONTAINER + "/env/0/valueFrom",
            "{\"configMapKeyRef\":{\"name\":\"redis\",\"key\":\"hosts\"}}",
            "there is no ConfigMap/redis hosts"),
        inGateway(
            CONTAINER + "/envFrom/-",
            "{\"secretRef\":{\"name\":\"secrets\"}}",
            "there is no Secret/secrets"),
        inGateway(
            POD + "/volumes/0",
            "{\"name\":\"tmp\",\"configMap\":{\"name\":\"ca\"}}",
            "there is no ConfigMap/ca"));
  }

  static Stream<Mistake> resourcesAndStops() {
    return Stream.of(
        inGateway(
            CONTAINER + "/resources/requests/memory",
            "\"2Gi\"",
            "memory \"2Gi\" requested, \"1Gi\" allowed"),
        inGateway(
            CONTAINER + "/resources/limits/cpu",
            "\"100m\"",
            "cpu \"500m\" requested, \"100m\" allowed"),
        inGateway(
            CONTAINER + "/resources/limits/memory", "", "container service has no bound of memory"),
        inGateway(
            POD + "/terminationGracePeriodSeconds",
            "15",
            "a drain of PT10S does not fit into PT15S"),
        inGateway(
            CONTAINER + "/lifecycle/preStop/sleep/seconds",
            "20",
            "a drain of PT10S does not fit into PT30S"),
        inGateway(
            "/spec/strategy/rollingUpdate/maxUnavailable",
            "\"25%\"",
            "an update makes replicas unavailable"));
  }

  static Stream<Mistake> hardening() {
    String ofPod = POD + "/securityContext";
    String ofContainer = CONTAINER + "/securityContext";
    return Stream.of(
        inGateway(
            POD + "/automountServiceAccountToken",
            "",
            "/automountServiceAccountToken is not false"),
        inGateway(POD + "/enableServiceLinks", "true", "/enableServiceLinks is not false"),
        inGateway(ofPod + "/runAsNonRoot", "", "/securityContext/runAsNonRoot is not true"),
        inGateway(ofPod + "/runAsUser", "0", "runs as root"),
        inGateway(ofContainer + "/runAsUser", "0", "runs as root"),
        inGateway(
            ofPod + "/seccompProfile/type",
            "\"Unconfined\"",
            "/securityContext/seccompProfile/type is not \"RuntimeDefault\""),
        inGateway(
            ofContainer + "/allowPrivilegeEscalation",
            "true",
            "/securityContext/allowPrivilegeEscalation is not false"),
        inGateway(
            ofContainer + "/readOnlyRootFilesystem",
            "",
            "/securityContext/readOnlyRootFilesystem is not true"),
        inGateway(
            ofContainer + "/capabilities/add",
            "[\"NET_ADMIN\"]",
            "/securityContext/capabilities is not {\"drop\":[\"ALL\"]}"));
  }

  static Stream<Mistake> networkPolicies() {
    return Stream.of(
        new Mistake(
            "NetworkPolicy/redis",
            "/spec/podSelector/matchLabels" + NAME,
            "\"gateway\"",
            NOBODY + " selects no pods"),
        new Mistake(
            "NetworkPolicy/history-service",
            "/spec/egress/0/to/0/podSelector/matchLabels" + NAME,
            "\"gateway\"",
            NOBODY + " selects no pods"),
        new Mistake(
            "NetworkPolicy/to-redis",
            "/spec/podSelector/matchExpressions/0/values/2",
            "\"gateway\"",
            "{\"matchExpressions\":[{\"key\":\"app.kubernetes.io/name\",\"operator\":\"In\","
                + "\"values\":[\"gateway\"]}]} selects no pods"),
        new Mistake(
            "NetworkPolicy/history-service",
            "/spec/ingress/0/ports/0/port",
            "\"web\"",
            "Deployment/history-service has no port \"web\""),
        new Mistake(
            "NetworkPolicy/history-service",
            "/spec/egress/0/ports/0/port",
            "\"web\"",
            "Deployment/auth-service has no port \"web\""));
  }

  static Stream<Mistake> defaultDenial() {
    return Stream.of(
            "/spec/policyTypes = [\"Ingress\"]",
            "/spec/egress = [{}]",
            "/spec/podSelector = " + GATEWAYS)
        .map(change -> change.split(" = "))
        .map(
            change ->
                new Mistake(
                    "NetworkPolicy/default-deny",
                    change[0],
                    change[1],
                    "nothing denies everything to all pods"));
  }

  static Stream<Mistake> ingresses() {
    String path = "/spec/rules/0/http/paths/0";
    return Stream.of(
        new Mistake(
            "Ingress/parley-sockets",
            path + "/backend/service/name",
            "\"gateway\"",
            "there is no {\"name\":\"gateway\",\"port\":{\"name\":\"http\"}} for /ws"),
        new Mistake(
            "Ingress/parley-sockets",
            path + "/backend/service/port/name",
            "\"web\"",
            "there is no {\"name\":\"chat-gateway\",\"port\":{\"name\":\"web\"}} for /ws"),
        new Mistake(
            "Ingress/parley",
            path + "/backend/service/port/name",
            "\"internal\"",
            "/logout leads to a port that is not for clients"),
        new Mistake(
            "Ingress/parley-sockets",
            path + "/path",
            "\"/internal/messages\"",
            "/internal/messages is not for clients"));
  }

  static Stream<Mistake> probes() {
    return Stream.of(
        inGateway(
            CONTAINER + "/startupProbe/failureThreshold", "60", "a start is killed after PT2M"),
        inGateway(
            "/spec/progressDeadlineSeconds", "600", "a start of PT1H fails an update after PT10M"),
        inGateway(
            CONTAINER + "/livenessProbe/terminationGracePeriodSeconds",
            "",
            "a process that hangs has another PT30S"),
        new Mistake(
            "StatefulSet/postgres",
            CONTAINER + "/startupProbe/failureThreshold",
            "60",
            "a start is killed after PT2M"));
  }

  static Stream<Mistake> spreads() {
    String zones = POD + "/affinity/podAntiAffinity";
    return Stream.of(
        inGateway(
            POD + "/topologySpreadConstraints/-",
            "{\"topologyKey\":\"topology.kubernetes.io/zone\",\"maxSkew\":1,"
                + "\"whenUnsatisfiable\":\"ScheduleAnyway\",\"labelSelector\":{}}",
            "spreads over [kubernetes.io/hostname, topology.kubernetes.io/zone] instead of the"
                + " host name alone"),
        inGateway(
            POD + "/topologySpreadConstraints",
            "[]",
            "spreads over [] instead of the host name alone"),
        inGateway(zones, "", "prefers no zone without its own pods"),
        inGateway(
            zones
                + "/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm"
                + "/labelSelector",
            NOBODY,
            "prefers no zone without its own pods"));
  }

  static Stream<Mistake> addresses() {
    return Stream.of(
        new Mistake(
            "Service/postgres",
            "/spec/clusterIP",
            "\"None\"",
            "Service/postgres is headless",
            "ConfigMap/parley-settings"),
        new Mistake(
            "Service/redis",
            "/spec/ports/0/port",
            "6380",
            "there is no Service/redis:6379",
            "Secret/parley-secrets"),
        new Mistake(
            "StatefulSet/postgres",
            "/spec/serviceName",
            "\"postgres\"",
            "there is no headless Service/postgres"));
  }
}
