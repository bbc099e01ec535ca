package dev.parley.gateway.socket;

import dev.parley.gateway.connection.ConnectionConfig;
import dev.parley.http.AddressLimit;
import dev.parley.http.ClientAddress;
import dev.parley.http.ClientAddresses;
import dev.parley.protocol.ErrorCode;
import dev.parley.session.RequestOrigin;
import dev.parley.session.SessionTokens;
import dev.parley.session.TokenCheck;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Permits every handshake and remembers what it told. A browser cannot read a refused upgrade, so
 * {@link ChatSocket} refuses with a close code instead.
 */
@Singleton
class UpgradeCheck implements HttpUpgradeCheck {

  private final SessionTokens tokens;
  private final ConnectionConfig config;
  private final ClientAddresses addresses;
  private final RequestOrigin ownOrigin;
  private final AddressLimit limit;

  UpgradeCheck(
      SessionTokens tokens,
      ConnectionConfig config,
      ClientAddresses addresses,
      RequestOrigin ownOrigin) {
    this.tokens = tokens;
    this.config = config;
    this.addresses = addresses;
    this.ownOrigin = ownOrigin;
    this.limit = new AddressLimit(config.maxPerAddress());
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    return tokens
        .check(context.httpRequest())
        .invoke(token -> context.userData().put(Upgrade.KEY, upgrade(context.httpRequest(), token)))
        .replaceWith(() -> answer(context.httpRequest()));
  }

  /** Who has given up while the session was looked up gets no socket. */
  private static CheckResult answer(HttpServerRequest request) {
    return request.isEnded()
        ? CheckResult.rejectUpgradeSync(ErrorCode.UNAVAILABLE.httpStatus())
        : CheckResult.permitUpgradeSync();
  }

  private Upgrade upgrade(HttpServerRequest request, TokenCheck token) {
    Channel channel = channel(request);
    FrameFilters.install(channel);
    return new Upgrade(
        channel, token, isOriginAllowed(request), isAdmitted(addresses.of(request), channel));
  }

  /** Counted until its channel is closed, whether its session is good or not. */
  private boolean isAdmitted(ClientAddress address, Channel channel) {
    boolean admitted = limit.enter(address);
    if (admitted) {
      channel.closeFuture().addListener(end -> limit.leave(address));
    }
    return admitted;
  }

  private static Channel channel(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channel();
  }

  private boolean isOriginAllowed(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null
        && (ownOrigin.isOwnSite(request)
            || config.allowedOrigins().orElse(Set.of()).contains(origin));
  }
}
