package dev.parley.gateway.page;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PageTest {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/global", "/c/dm-12-57", "/settings"})
  void thePageAndEveryLinkToAConversationIsThePageAndNeverStale(String path) {
    get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-cache")
        .body(containsString("<parley-app>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nonsense", "/c/global/of/nothing", "/people/"})
  void aBrowserThatIsLostGetsThePageAndAProgramAnAnswer(String path) {
    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(path)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-cache")
        .body(containsString("<parley-app>"));
    get(path).then().statusCode(404).body("code", equalTo("not_found"));
  }

  @Test
  void scriptsAreKeptForEverBecauseTheirNamesChangeWithTheirContent() {
    get(scriptPath())
        .then()
        .statusCode(200)
        .header(
            "Cache-Control",
            allOf(containsString("max-age=31536000"), containsString("immutable")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sw.js", "/manifest.webmanifest"})
  void whatAnInstalledPageIsUpdatedByIsNeverStale(String path) {
    get(path).then().statusCode(200).header("Cache-Control", "no-cache");
  }

  @Test
  void nothingInlineRunsAndNobodyFramesThePage() {
    get("/")
        .then()
        .header(
            "Content-Security-Policy",
            allOf(
                containsString("default-src 'none'"),
                containsString("frame-ancestors 'none'"),
                not(containsString("unsafe"))))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  private static String scriptPath() {
    return named(SCRIPT);
  }

  private static String named(Pattern reference) {
    Matcher found = reference.matcher(get("/").body().asString());
    assertTrue(found.find(), "the page names it");
    return found.group(1);
  }
}
