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
    return (List<?>)
        page.evaluate(
            """
            async () => (await axe.run()).violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.target).join(" ")}`)
            """);
  }

  private static String read() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
