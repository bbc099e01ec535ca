package dev.parley.system.containers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a service is started, it begins with what all services have to do first. */
class MainClassTest {

  @ParameterizedTest
  @ValueSource(strings = {"auth-service", "history-service", "chat-gateway"})
  void everyServiceStartsWithTheirCommonMainClass(String service) throws IOException {
    Path application = Path.of("..", service, "target/quarkus-app/quarkus/quarkus-application.dat");
    String content = Files.readString(application, StandardCharsets.ISO_8859_1);
    assertTrue(content.contains("dev.parley.http.ServiceMain"), service);
  }
}
