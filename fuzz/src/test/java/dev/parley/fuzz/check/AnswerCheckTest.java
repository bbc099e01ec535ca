package dev.parley.fuzz.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.raw.RawAnswer;
import dev.parley.fuzz.input.Door;
import dev.parley.fuzz.input.Input;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

  private static final String TOKEN = "3q2-7wABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijk";

  @Test
  void aRefusalIsFine() {
    assertFine(answer(404, "{\"detail\":\"Not Found\",\"code\":\"not_found\"}"));
  }

  @Test
  void aServerErrorIsNotUnlessItIsDocumented() {
    assertWrong(answer(500, "{\"detail\":\"Internal server error\",\"code\":\"internal\"}"));
    assertWrong(answer(502, "{\"detail\":\"Temporarily unavailable\",\"code\":\"unavailable\"}"));
    assertWrong(answer(503, ""));
    assertFine(answer(503, "{\"detail\":\"Failed to save message\",\"code\":\"save_failed\"}"));
  }

  @Test
  void whatShowsTheInsideOrATokenIsNot() {
    assertWrong(answer(400, "java.lang.NullPointerException"));
    assertWrong(answer(400, "\tat dev.parley.Something.main"));
    assertWrong(answer(200, "{\"seen\":\"" + TOKEN + "\"}"));
    assertWrong(new RawAnswer(200, Map.of("server", "Netty"), ""));
  }

  @Test
  void whatTheClientSaidItselfMayComeBack() {
    RawAnswer echo = answer(422, "{\"input\":\"SELECT 1\"}");
    assertEquals(Optional.empty(), AnswerCheck.of(request("SELECT 1", false), echo, TOKEN));
  }

  @Test
  void whatMustBeRefusedMayNotSucceed() {
    assertTrue(AnswerCheck.of(request("GET", true), answer(200, "[]"), TOKEN).isPresent());
    assertEquals(Optional.empty(), AnswerCheck.of(request("GET", true), answer(401, "{}"), TOKEN));
  }

  private static void assertFine(RawAnswer answer) {
    assertEquals(Optional.empty(), AnswerCheck.of(request("GET", false), answer, TOKEN));
  }

  private static void assertWrong(RawAnswer answer) {
    assertTrue(AnswerCheck.of(request("GET", false), answer, TOKEN).isPresent(), answer.toString());
  }

  private static RawAnswer answer(int status, String body) {
    return new RawAnswer(status, Map.of("content-type", "application/json"), body);
  }

  private static Input.Http request(String text, boolean refused) {
    return new Input.Http("endpoint", Door.EDGE, text, true, false, refused, false);
  }
}
