package dev.parley.fuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Good, odd and broken requests to every operation that the services describe. */
final class HttpInputs {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final List<String> PAGE =
      List.of("/", "/index.html", "/c/global", "/settings", "/sw.js", "/nowhere", "/q/health");

  private HttpInputs() {}

  static Input draw(Dice dice, List<Operation> operations) {
    return dice.onceIn(10) ? page(dice) : operation(dice, dice.oneOf(operations));
  }

  private static Input page(Dice dice) {
    RequestText request = new RequestText(dice);
    request.method(dice.oneOf("GET", "HEAD", "POST", "OPTIONS", "PUT", "GARBAGE"));
    request.path(dice.onceIn(3) ? "/" + Target.segment(dice) : dice.oneOf(PAGE));
    return finished(dice, request, "page", dice.oneOf(Door.EDGE, Door.FIRST_GATEWAY), false, false);
  }

  private static Input operation(Dice dice, Operation operation) {
    RequestText request = new RequestText(dice);
    boolean asDescribed = !dice.onceIn(8);
    request.method(asDescribed ? operation.method() : anotherMethod(dice, operation));
    request.path(Target.of(dice, operation));
    Credentials credentials = Credentials.draw(dice);
    credentials.addTo(request);
    if (operation.hasBody() || dice.onceIn(6)) {
      request.body(body(dice));
    }
    Door door = dice.onceIn(4) ? behindTheEdge(dice, operation) : Door.EDGE;
    boolean refused =
        asDescribed
            && (operation.isInternal() || (operation.needsSession() && !credentials.areGood()));
    return finished(
        dice,
        request,
        operation.isInternal() ? "internal" : "endpoint",
        door,
        refused,
        operation.endsSessions());
  }

  /** An internal request goes to both ports of its service. */
  private static Door behindTheEdge(Dice dice, Operation operation) {
    return operation.isInternal() && dice.onceIn(2)
        ? operation.service().internal()
        : operation.service();
  }

  /** A method that does not turn it into another, harmful operation. */
  private static String anotherMethod(Dice dice, Operation operation) {
    return operation.path().startsWith("/sessions")
        ? dice.oneOf("PATCH", "HEAD", "PUT")
        : dice.oneOf("PATCH", "HEAD", "OPTIONS", "TRACE", "GARBAGE", "get", "G\u00e9T", "DELETE");
  }

  private static Input finished(
      Dice dice, RequestText request, String kind, Door door, boolean refused, boolean ends) {
    request.someHeaders();
    if (dice.onceIn(8)) {
      String broken = Mutation.ofText(dice, request.text());
      return new Input.Http("mutated request", door, broken, false, false, false, ends);
    }
    return new Input.Http(
        kind, door, request.text(), request.isWellFormed(), request.isHead(), refused, ends);
  }

  private static byte[] body(Dice dice) {
    Map<String, Object> good = fields(dice);
    String text =
        switch (dice.below(8)) {
          case 0, 1 -> Json.write(good);
          case 2, 3, 4 -> Json.spoiled(dice, good);
          case 5 -> Json.misspelt(dice, Json.write(good));
          case 6 -> dice.onceIn(4) ? Json.monstrous(dice) : Json.write(Json.value(dice));
          default -> Words.nasty(dice);
        };
    if (dice.onceIn(40)) {
      return (text + " ".repeat(LARGEST_BODY + dice.below(1_000))).getBytes(StandardCharsets.UTF_8);
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return dice.onceIn(6) ? Mutation.ofBytes(dice, body) : body;
  }

  /**
   * A body that some endpoint understands. The password is never right, so nobody gets a new one.
   */
  private static Map<String, Object> fields(Dice dice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (dice.below(4)) {
      case 0 -> {
        fields.put(
            "username", dice.onceIn(20) ? "fuzz-" + dice.below(1_000_000) : Words.nasty(dice));
        fields.put("password", dice.oneOf("wrong password", Words.nasty(dice)));
        fields.put("cookie", dice.onceIn(2));
      }
      case 1 -> fields.put("seq", dice.oneOf(0, 1, -1, 1_000_000));
      case 2 -> {
        fields.put("current_password", "wrong password");
        fields.put("new_password", Words.nasty(dice));
      }
      default -> fields.put(Words.field(dice), Json.value(dice));
    }
    return fields;
  }
}
