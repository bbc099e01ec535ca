package dev.parley.stack.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Iterator;

/**
 * Joins a client's WebSocket with a replica's, byte by byte: the two agree on frames, close codes
 * and subprotocol. Each side is read no faster than the other side accepts it.
 */
record WebSocketTunnel(Vertx vertx, HttpClient client) {

  private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(5);

  /** The limit while another replica could take the socket. */
  private static final Duration IMPATIENT_LIMIT = Duration.ofSeconds(2);

  /** The limit for a client to read what was sent before the end. */
  private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(10);

  private static final int SWITCHING_PROTOCOLS = 101;

  void open(HttpServerRequest request, Upstream upstream) {
    request.pause();
    attempt(request, upstream.inTurn().iterator());
  }

  private void attempt(HttpServerRequest request, Iterator<Replica> replicas) {
    if (!replicas.hasNext()) {
      EdgeAnswer.NOBODY_THERE.send(request);
      return;
    }
    Replica replica = replicas.next();
    client
        .request(options(request, replica))
        .onSuccess(connected -> shakeHands(connected, request, replica, replicas))
        .onFailure(refusal -> next(request, replica, replicas));
  }

  private RequestOptions options(HttpServerRequest request, Replica replica) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost(replica.host())
        .setPort(replica.port())
        .setURI(request.uri())
        .setHeaders(ForwardedHeaders.ofHandshake(request));
  }

  private void next(HttpServerRequest request, Replica failed, Iterator<Replica> replicas) {
    failed.failed();
    attempt(request, replicas);
  }

  private void shakeHands(
      HttpClientRequest connected,
      HttpServerRequest request,
      Replica replica,
      Iterator<Replica> replicas) {
    // The two sockets tell of the end; without this Vert.x logs it as an error of the request.
    connected.exceptionHandler(end -> {});
    Duration patience = replicas.hasNext() ? IMPATIENT_LIMIT : HANDSHAKE_LIMIT;
    long limit = vertx.setTimer(patience.toMillis(), late -> connected.reset());
    connected
        .connect()
        .onComplete(ended -> vertx.cancelTimer(limit))
        .onSuccess(
            answer -> {
              replica.answered();
              join(answer, request);
            })
        .onFailure(broken -> next(request, replica, replicas));
  }

  private void join(HttpClientResponse answer, HttpServerRequest request) {
    if (answer.statusCode() != SWITCHING_PROTOCOLS) {
      request.resume();
      AnswerRelay.relay(answer, request);
      return;
    }
    NetSocket replica = answer.netSocket();
    if (request.response().closed()) {
      replica.close(); // Nobody waits for it any more.
      return;
    }
    replica.pause();
    request.response().setStatusCode(SWITCHING_PROTOCOLS).headers().addAll(answer.headers());
    request
        .toNetSocket()
        .onSuccess(client -> join(client, replica))
        .onFailure(gone -> replica.close());
  }

  private void join(NetSocket client, NetSocket replica) {
    IdleLimit.lift(client);
    client.pipeTo(replica).onComplete(end -> replica.close());
    replica.pipeTo(client).onComplete(end -> client.close());
    replica.closeHandler(
        end -> vertx.setTimer(LAST_WORDS_LIMIT.toMillis(), late -> client.close()));
  }
}
