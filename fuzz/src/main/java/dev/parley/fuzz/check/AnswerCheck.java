package dev.parley.fuzz.check;

import dev.parley.client.raw.RawAnswer;
import dev.parley.fuzz.input.Input;
import dev.parley.protocol.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks for what no answer may contain, whatever the request was. */
public final class AnswerCheck {

  private static final int SERVER_ERROR = 500;
  private static final int CLIENT_ERROR = 400;
  private static final int UNAVAILABLE = 503;

  /** Words of stack traces, of the program's internals, and of the talk between services. */
  private static final List<String> INSIDES =
      List.of(
          "\tat ",
          "Exception",
          "dev.parley",
          "io.quarkus",
          "io.vertx",
          "org.postgresql",
          "hibernate",
          "SELECT ",
          "INSERT ");

  private static final List<String> BANNERS = List.of("server", "x-powered-by", "via");

  private AnswerCheck() {}

  /** The problems of the answer to this request. */
  public static Optional<String> of(Input.Http input, RawAnswer answer, String token) {
    if (input.refused() && answer.status() < CLIENT_ERROR) {
      return Optional.of("was not refused");
    }
    return of(answer, token)
        .or(
            () ->
                inside(answer)
                    .filter(word -> !input.request().contains(word))
                    .map(AnswerCheck::shown));
  }

  /** The problems of this answer, whatever the request was. */
  public static Optional<String> of(RawAnswer answer, String token) {
    if (answer.status() >= SERVER_ERROR && !isDocumented(answer)) {
      return Optional.of("got an undocumented answer: " + answer.body());
    }
    if (answer.body().contains(token) || answer.headers().containsValue(token)) {
      return Optional.of("got a response with its token");
    }
    return BANNERS.stream()
        .filter(answer.headers()::containsKey)
        .findFirst()
        .map(banner -> "got a response that names the server's software: " + banner);
  }

  private static boolean isDocumented(RawAnswer answer) {
    return answer.status() == UNAVAILABLE
        && Arrays.stream(ErrorCode.values())
            .filter(code -> code.httpStatus() == UNAVAILABLE)
            .anyMatch(code -> answer.body().contains("\"code\":\"" + code.code() + "\""));
  }

  private static Optional<String> inside(RawAnswer answer) {
    boolean isText = !answer.headers().getOrDefault("content-type", "").contains("javascript");
    return INSIDES.stream().filter(word -> isText && answer.body().contains(word)).findFirst();
  }

  private static String shown(String word) {
    return "got a response with internals: \"%s\"".formatted(word.strip());
  }
}
