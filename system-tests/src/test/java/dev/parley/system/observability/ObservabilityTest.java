package dev.parley.system.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What deploy/observability and docs/operations.md say of metrics holds for running services. */
@WithStack
class ObservabilityTest {

  /** What Prometheus itself adds to every series. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  /** Made by Prometheus for every target. */
  private static final String UP = "up";

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (`parley_\\w+`[^|]*) \\| (?:gateway|history|auth)");
  private static final Pattern METRIC = Pattern.compile("`(parley_\\w+)`");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (Parley\\w+)$");

  private static Exposition exposed;

  @BeforeAll
  static void scrape(RunningStack stack) {
    exposed = Exposition.of(stack.services());
  }

  static List<Expression> expressions() {
    return Observability.expressions();
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void everyMetricOfAnExpressionIsExposedWithTheLabelsThatItNames(Expression expression) {
    assertTrue(!expression.selectors().isEmpty(), expression.text());
    for (Expression.Selector selector : expression.selectors()) {
      assertTrue(isExposed(selector), selector + " of " + expression.text());
    }
  }

  private static boolean isExposed(Expression.Selector selector) {
    return selector.metric().equals(UP)
        ? OF_PROMETHEUS.containsAll(selector.labels())
        : exposed.series(selector.metric()).stream().anyMatch(labels -> fits(selector, labels));
  }

  /** The values of our own labels are all there from the start; others come with what happens. */
  private static boolean fits(Expression.Selector selector, Map<String, String> labels) {
    Set<String> needed = new HashSet<>(selector.labels());
    needed.removeAll(OF_PROMETHEUS);
    boolean isOwn = selector.metric().startsWith("parley_");
    return labels.keySet().containsAll(needed)
        && (!isOwn || labels.entrySet().containsAll(selector.equal().entrySet()));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void everyLabelByWhichAnExpressionGroupsIsOneOfItsMetrics(Expression expression) {
    Set<String> known = new HashSet<>(OF_PROMETHEUS);
    expression
        .selectors()
        .forEach(
            it -> exposed.series(it.metric()).forEach(labels -> known.addAll(labels.keySet())));
    assertTrue(known.containsAll(expression.groupings()), expression.text());
  }

  @Test
  void everyMetricOfOursIsDocumentedAndNoOther() throws IOException {
    Set<String> documented =
        found(ROW).stream()
            .flatMap(names -> METRIC.matcher(names).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(exposed.ownMetrics(), documented);
  }

  @Test
  void everyAlertHasItsSectionAndNoSectionIsWithoutOne() throws IOException {
    Set<String> alerts =
        Observability.alerts().stream()
            .map(alert -> alert.get("alert").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(alerts, found(SECTION));
  }

  @Test
  void everyAlertTellsHowBadItIsWhatHappenedAndWhereToReadOn() {
    for (JsonNode alert : Observability.alerts()) {
      String name = alert.get("alert").asText();
      assertTrue(
          Set.of("critical", "warning").contains(alert.at("/labels/severity").asText()), name);
      assertTrue(alert.at("/annotations/summary").isTextual(), name);
      assertEquals(
          "docs/operations.md#" + name.toLowerCase(Locale.ROOT),
          alert.at("/annotations/runbook").asText());
    }
  }

  @Test
  void theJobsAreNamedAsTheAlertsAndTheServicesNameThem() {
    assertEquals(
        Set.of("chat-gateway", "history-service", "auth-service"),
        Set.copyOf(Observability.jobs()));
  }

  @Test
  void everyPanelOfTheDashboardHasATitleAnExplanationAndAPlaceOfItsOwn() {
    Set<String> places = new HashSet<>();
    for (JsonNode panel : Observability.panels()) {
      assertTrue(!panel.get("title").asText().isEmpty(), panel.toString());
      assertTrue(!panel.get("description").asText().isEmpty(), panel.toString());
      assertTrue(places.add(panel.get("gridPos").toString()), panel.toString());
    }
    assertTrue(places.size() > 20);
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
