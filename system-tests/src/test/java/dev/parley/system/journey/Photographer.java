package dev.parley.system.journey;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of every page in {@code target/journey} when a test fails. */
record Photographer(Supplier<List<ChatPage>> pages) implements AfterTestExecutionCallback {

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      pages.get().forEach(ChatPage::photograph);
    }
  }
}
