package dev.parley.auth.session;

import static java.util.stream.Collectors.toMap;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.internal.VerifySessions;
import dev.parley.session.SessionCache;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.logging.Logger;

/** Verifies tokens for the other services, and fills their cache. */
@Path("/internal/sessions/verify")
@RunOnVirtualThread
class VerifySessionsResource {

  private static final Logger LOG = Logger.getLogger(VerifySessionsResource.class);

  @Inject Sessions sessions;
  @Inject SessionCache cache;

  @POST
  public VerifySessions.Answer verify(VerifySessions.Request request) {
    Map<SessionToken.Hash, VerifiedSession> valid = sessions.verify(request.tokenHashes());
    // The caller does not wait for the cache, nor does it depend on it.
    cache
        .remember(valid)
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("The session cache is down: %s", failure));
    return new VerifySessions.Answer(
        valid.entrySet().stream()
            .collect(toMap(entry -> entry.getKey().value(), Map.Entry::getValue)));
  }
}
