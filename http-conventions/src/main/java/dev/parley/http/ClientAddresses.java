package dev.parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells where a request came from, behind proxies too. {@code X-Forwarded-For} is read from its
 * end, where the nearest proxy wrote, and only as far as trusted proxies wrote it: what a client
 * put there itself is never reached.
 */
@Singleton
public class ClientAddresses {

  private final List<IpNetwork> trusted;

  @Inject
  ClientAddresses(ProxyConfig config) {
    this(config.trustedProxies());
  }

  ClientAddresses(List<String> trustedProxies) {
    this.trusted = trustedProxies.stream().map(IpNetwork::parse).toList();
  }

  /** Never fails. */
  public ClientAddress of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    Optional<InetAddress> direct =
        peer == null || peer.hostAddress() == null
            ? Optional.empty()
            : IpAddress.parse(peer.hostAddress());
    return direct
        .map(address -> behind(address, request.headers().getAll("X-Forwarded-For")))
        .orElse(ClientAddress.UNKNOWN);
  }

  ClientAddress behind(InetAddress peer, List<String> forwardedFor) {
    List<String> hops =
        forwardedFor.stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .toList()
            .reversed();
    InetAddress client = peer;
    for (String hop : hops) {
      Optional<InetAddress> before = isTrusted(client) ? IpAddress.parse(hop) : Optional.empty();
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return ClientAddress.of(client);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }
}
