package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs a token says so in the first protocol's words. */
@WithStack
class ProtectedPathsTest {

  private final Http http;

  ProtectedPathsTest(RunningStack stack) {
    http = Http.at(stack.edge());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users",
        "/messages/global",
        "/messages/direct/ada",
        "/me",
        "/sessions",
        "/conversations",
        "/conversations/global/messages"
      })
  void tellMissingFromBadTokens(String path) {
    assertRefused("Authentication required", "authentication_required", http.get(path));
    assertRefused(
        "Invalid or expired session", "session_invalid", http.bearing("garbage").get(path));
    TestingAccount ada = TestingAccount.register(http.address(), "ada");
    ada.me().post("/logout").expect(200);
    assertRefused("Invalid or expired session", "session_invalid", ada.me().get(path));
  }

  private static void assertRefused(String detail, String code, HttpAnswer answer) {
    answer.expect(401);
    Wire.assertFields(answer.json(), "detail", "code");
    assertEquals(detail, answer.detail());
    assertEquals(code, answer.json().get("code").asText());
  }
}
