package dev.parley.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part may know which; read from the compiled classes of every module. */
class BoundariesTest {

  private static final List<String> MODULES =
      List.of(
          "chat-protocol",
          "chat-client",
          "http-conventions",
          "session-auth",
          "message-tracing",
          "account-names",
          "schema-migrations",
          "auth-service",
          "history-service",
          "chat-gateway",
          "local-stack",
          "tools",
          "chaos",
          "bench",
          "fuzz");

  /** What each part may use of Parley beside itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("dev.parley.protocol", List.of()),
          Map.entry("dev.parley.client", List.of()),
          Map.entry("dev.parley.http", List.of("dev.parley.protocol")),
          Map.entry("dev.parley.session", List.of("dev.parley.protocol", "dev.parley.http")),
          Map.entry("dev.parley.tracing", List.of("dev.parley.protocol")),
          Map.entry("dev.parley.name", List.of("dev.parley.protocol")),
          Map.entry("dev.parley.schema", List.of("dev.parley.protocol", "dev.parley.http")),
          Map.entry("dev.parley.stack", List.of("dev.parley.protocol", "dev.parley.client")),
          Map.entry(
              "dev.parley.tools",
              List.of(
                  "dev.parley.protocol",
                  "dev.parley.client",
                  "dev.parley.name",
                  "dev.parley.stack")),
          Map.entry(
              "dev.parley.chaos",
              List.of("dev.parley.protocol", "dev.parley.client", "dev.parley.stack")),
          Map.entry(
              "dev.parley.bench",
              List.of("dev.parley.protocol", "dev.parley.client", "dev.parley.stack")),
          Map.entry(
              "dev.parley.fuzz",
              List.of("dev.parley.protocol", "dev.parley.client", "dev.parley.stack")),
          Map.entry(
              "dev.parley.auth",
              List.of(
                  "dev.parley.protocol",
                  "dev.parley.http",
                  "dev.parley.session",
                  "dev.parley.schema",
                  "dev.parley.name")),
          Map.entry(
              "dev.parley.history",
              List.of(
                  "dev.parley.protocol",
                  "dev.parley.http",
                  "dev.parley.session",
                  "dev.parley.schema",
                  "dev.parley.name",
                  "dev.parley.tracing")),
          Map.entry(
              "dev.parley.gateway",
              List.of(
                  "dev.parley.protocol",
                  "dev.parley.http",
                  "dev.parley.session",
                  "dev.parley.tracing")));

  private static final JavaClasses PARLEY =
      new ClassFileImporter()
          .importPaths(MODULES.stream().map(BoundariesTest::classesOf).toArray(Path[]::new));

  private static Path classesOf(String module) {
    return Path.of("..", module, "target", "classes");
  }

  static Stream<String> parts() {
    return MAY_USE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aPartUsesNoOtherPartThanItMay(String part) {
    String[] others =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(part) && !MAY_USE.get(part).contains(other))
            .map(other -> other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(PARLEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"protocol", "client", "auth", "history", "gateway"})
  void thePackagesOfAPartAreFreeOfCycles(String part) {
    slices().matching("dev.parley." + part + ".(*)..").should().beFreeOfCycles().check(PARLEY);
  }

  /** Connections know nothing of conversations, and those nothing of how their events travel. */
  @Test
  void whatAGatewayDoesWithConversationsIsBuiltUponThem() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.parley.gateway.connection..", "dev.parley.gateway.frame..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.gateway.conversation..",
            "dev.parley.gateway.firstprotocol..",
            "dev.parley.gateway.history..",
            "dev.parley.gateway.redis..")
        .check(PARLEY);
    noClasses()
        .that()
        .resideInAnyPackage("dev.parley.gateway.conversation..", "dev.parley.gateway.connection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.gateway.append..",
            "dev.parley.gateway.relay..",
            "dev.parley.gateway.feed..",
            "dev.parley.gateway.resume..",
            "dev.parley.gateway.ephemeral..",
            "dev.parley.gateway.socket..")
        .check(PARLEY);
  }

  /** Only the JSON of events, one flat object, cannot be said with annotations. */
  @Test
  void thePublishedLanguageNeedsOnlyTheJdkAndJackson() {
    classes()
        .that()
        .resideInAPackage("dev.parley.protocol..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.parley.protocol..", "java..", "com.fasterxml.jackson..")
        .check(PARLEY);
  }

  @Test
  void resourcesAreCalledSoAndTheirFeatureKeepsThem() {
    classes()
        .that()
        .resideInAPackage("dev.parley.history..")
        .and()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .andShould()
        .bePackagePrivate()
        .check(PARLEY);
  }

  /** What the framework makes has fields; what tests may make has a constructor. */
  @Test
  void onlyResourcesHaveWhatTheyNeedInjectedIntoFields() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("dev.parley.history..")
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(PARLEY);
  }

  @Test
  void onlyTheServicesOfADatabaseTalkToOne() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.parley.auth..",
            "dev.parley.history..",
            "dev.parley.schema..",
            "dev.parley.stack..",
            "dev.parley.tools..",
            "dev.parley.chaos..",
            "dev.parley.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "jakarta.persistence..", "org.hibernate..")
        .check(PARLEY);
  }

  @Test
  void namesTellWhatAClassDoes() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)")
        .check(PARLEY);
  }
}
