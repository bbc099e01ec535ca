package dev.parley.stack.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads a whole body, so that it can be sent to another replica if the first one refuses. */
final class RequestBody {

  private RequestBody() {}

  /** Empty as soon as it is more than {@code most} bytes. Fails when the client goes away. */
  static Future<Optional<Buffer>> read(HttpServerRequest request, int most) {
    if (declaredLength(request) > most) {
      return Future.succeededFuture(Optional.empty());
    }
    Promise<Optional<Buffer>> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    request.handler(chunk -> append(body, chunk, most, whole));
    request.endHandler(end -> whole.tryComplete(Optional.of(body)));
    request.exceptionHandler(whole::tryFail);
    return whole.future();
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private static void append(Buffer body, Buffer chunk, int most, Promise<Optional<Buffer>> whole) {
    if (body.length() + chunk.length() > most) {
      whole.tryComplete(Optional.empty());
      return;
    }
    body.appendBuffer(chunk);
  }
}
