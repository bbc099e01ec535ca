package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MechanismTest {

  @Test
  void nothingIsSwitchedOffByDefault() {
    assertEquals(Set.of(), Mechanism.parse(null));
    assertEquals(Set.of(), Mechanism.parse(" "));
  }

  @Test
  void namesAreSeparatedByCommasInAnyCase() {
    assertEquals(
        Set.of(Mechanism.FEED, Mechanism.APPEND_RETRY), Mechanism.parse("feed, Append_Retry"));
  }

  @Test
  void aWrongNameIsNotPassedOver() {
    assertThrows(IllegalArgumentException.class, () -> Mechanism.parse("fed"));
  }

  @Test
  void aNativeExecutableLooksAtItsOwnEnvironment() throws Exception {
    Properties image = new Properties();
    try (InputStream file =
        Mechanism.class.getResourceAsStream(
            "/META-INF/native-image/dev.parley/chat-protocol/native-image.properties")) {
      image.load(file);
    }

    String apart = image.getProperty("Args").replace("--initialize-at-run-time=", "");
    assertEquals(Set.class, Class.forName(apart).getDeclaredField("SWITCHED_OFF").getType());
    assertEquals(
        List.of(),
        Stream.of(Mechanism.class.getDeclaredFields())
            .filter(field -> !field.isEnumConstant() && !field.isSynthetic())
            .filter(field -> !field.getName().equals("VARIABLE"))
            .toList());
  }
}
