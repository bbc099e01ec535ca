package dev.parley.stack.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Forwards ordinary requests. A replica that accepts no connection has not seen the request, so the
 * next one gets it. A replica that breaks off or does not answer may have handled it, so the next
 * one only gets it if handling it twice does no harm.
 */
record HttpForwarder(HttpClient client) {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  /** The limit while another replica could answer. */
  private static final Duration IMPATIENT_LIMIT = Duration.ofSeconds(3);

  /** The limit if the client can try again, and will probably meet a better replica. */
  private static final Duration DOUBTFUL_LIMIT = Duration.ofSeconds(5);

  private static final Set<HttpMethod> REPEATABLE =
      Set.of(
          HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

  void forward(HttpServerRequest request, Upstream upstream) {
    RequestBody.read(request, PublicRoutes.MOST_BODY_BYTES)
        .onSuccess(
            body ->
                body.ifPresentOrElse(
                    whole -> attempt(request, whole, upstream.inTurn().iterator()),
                    () -> refuseBody(request)));
  }

  /** The rest of the body is still under way. It is discarded with the connection. */
  private static void refuseBody(HttpServerRequest request) {
    request.handler(rest -> {});
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    request.endHandler(end -> request.connection().close());
    EdgeAnswer.BODY_TOO_LARGE.send(request);
  }

  private void attempt(HttpServerRequest request, Buffer body, Iterator<Replica> replicas) {
    if (!replicas.hasNext()) {
      EdgeAnswer.NOBODY_THERE.send(request);
      return;
    }
    Replica replica = replicas.next();
    boolean repeatable = REPEATABLE.contains(request.method()) && replicas.hasNext();
    client
        .request(options(request, body, replica, limit(replica, replicas, repeatable)))
        .onSuccess(
            connected -> send(connected, request, body, replica, repeatable ? replicas : null))
        .onFailure(
            refusal -> {
              replica.failed();
              attempt(request, body, replicas);
            });
  }

  private static Duration limit(Replica replica, Iterator<Replica> others, boolean repeatable) {
    if (repeatable) {
      return IMPATIENT_LIMIT;
    }
    return others.hasNext() || replica.isAvoided() ? DOUBTFUL_LIMIT : ANSWER_LIMIT;
  }

  private RequestOptions options(
      HttpServerRequest request, Buffer body, Replica replica, Duration limit) {
    MultiMap headers = ForwardedHeaders.of(request);
    if (headers.contains(HttpHeaders.CONTENT_LENGTH) || body.length() > 0) {
      headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    }
    return new RequestOptions()
        .setMethod(request.method())
        .setHost(replica.host())
        .setPort(replica.port())
        .setURI(request.uri())
        .setHeaders(headers)
        .setIdleTimeout(limit.toMillis());
  }

  private void send(
      HttpClientRequest connected,
      HttpServerRequest request,
      Buffer body,
      Replica replica,
      Iterator<Replica> others) {
    connected
        .send(body)
        .onSuccess(
            answer -> {
              replica.answered();
              AnswerRelay.relay(answer, request);
            })
        .onFailure(
            failure -> {
              replica.failed();
              if (others == null) {
                answerFor(failure).send(request);
              } else {
                attempt(request, body, others);
              }
            });
  }

  private static EdgeAnswer answerFor(Throwable failure) {
    return failure instanceof TimeoutException ? EdgeAnswer.TOO_SLOW : EdgeAnswer.BROKEN_OFF;
  }
}
