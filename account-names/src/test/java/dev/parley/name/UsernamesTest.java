package dev.parley.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.protocol.ParleyException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {

  private static final String CHARACTERS =
      "Username may only contain letters, digits, '.', '_' and '-'";
  private static final String SCRIPTS =
      "Username must not mix letters or digits of several scripts";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "Ada.Lovelace_1815-x",
        "müller",
        "Łukasz",
        "иван",
        "अनिता",
        "田中さん",
        "محمد",
        "สมชาย",
        "김철수",
        "αβγ123",
        "abcdefghijklmnopqrstuvwxyz123456"
      })
  void lettersDigitsAndSomeSignsOfOneScriptAreFine(String name) {
    assertEquals(name, check(name).spelling());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>ada</b>",
        "ada lovelace",
        "ada\u0000x",
        "ada\nx",
        "ada\u202Ecod",
        "ada\u200Bx",
        "ada\u00ADx",
        "ada\uD800x",
        "ada\uFFFFx",
        "ada\u3164x",
        "ada\u115Fx",
        "ada@example",
        "ada/..",
        "adaЮ😀",
        "\u0301ada",
        "a\u0335\u0335\u0335\u0335da"
      })
  void anythingElseIsNot(String name) {
    assertEquals(CHARACTERS, problem(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pаypal", "adαm", "user-имя", "abc१२३", "田中tanaka"})
  void scriptsAreNotMixed(String name) {
    assertEquals(SCRIPTS, problem(name));
  }

  @Test
  void theFirstProtocolsChecksComeFirst() {
    assertEquals("Username cannot be empty", problem(" \t\u00A0\u0085\u3000"));
    assertEquals("Username must be at least 3 characters", problem(" ab "));
    assertEquals("Username must be at least 3 characters", problem("😀"));
    assertEquals("Username must be at most 32 characters", problem("x".repeat(33)));
  }

  @Test
  void compatibilityFormsAreTheirPlainLetters() {
    assertEquals("bob", check(" ｂｏｂ ").spelling());
    assertEquals("bob", check("𝐛𝐨𝐛").spelling());
    assertEquals("caf\u00E9", check("cafe\u0301").spelling());
  }

  @ParameterizedTest
  @CsvSource({"ada,ADA", "straße,STRASSE", "Иван,иВАН", "cafe\u0301,CAFÉ", "ﬁona,Fiona"})
  void namesThatDifferByCaseFoldAlike(String one, String other) {
    assertEquals(check(one).folded(), check(other).folded());
    assertEquals(Optional.of(check(one).folded()), Usernames.folded("  " + other + " "));
  }

  @ParameterizedTest
  @CsvSource({"paypal,раураӏ", "BOB,ВОВ", "bob,ВОВ", "Elia,EIia", "user10,userlO", "modern,modem"})
  void namesThatLookAlikeHaveOneSkeleton(String one, String other) {
    assertEquals(check(one).skeleton(), check(other).skeleton());
  }

  @ParameterizedTest
  @CsvSource({"Elia,Ella", "ada,adb", "user-1,user-2", "anna,hanna"})
  void otherNamesHaveDifferentSkeletons(String one, String other) {
    assertNotEquals(check(one).skeleton(), check(other).skeleton());
  }

  @Test
  void nobodyIsNamedWhatCannotBeStored() {
    assertEquals(Optional.empty(), Usernames.folded("ada\u0000"));
    assertEquals(Optional.empty(), Usernames.folded("ada\uDC00"));
  }

  private static Username check(String name) {
    return Usernames.checkRest(Usernames.checkMinimum(name));
  }

  private static String problem(String name) {
    return assertThrows(ParleyException.class, () -> check(name)).getMessage();
  }
}
