package dev.parley.system.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks over what is on the screen for people who cannot see, hear or point well. */
final class Axe {

  private static final String SCRIPT = read();

  private Axe() {}

  /** What is serious or worse, one finding a line. */
  static List<?> findings(Page page) {
    page.evaluate(SCRIPT);
    return run(page, "{}");
  }

  /** The same for what a theme can change, where {@link #findings} has looked before. */
  static List<?> findingsOfColours(Page page) {
    return run(page, "{ runOnly: ['color-contrast', 'link-in-text-block'] }");
  }

  private static List<?> run(Page page, String options) {
    return (List<?>)
        page.evaluate(
            """
            async () => (await axe.run(%s)).violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.target).join(" ")}`)
            """
                .formatted(options));
  }

  private static String read() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
