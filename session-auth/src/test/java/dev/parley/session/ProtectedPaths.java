package dev.parley.session;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What a service with sessions looks like, for the tests. */
@Path("/")
public class ProtectedPaths {

  @Inject SecurityIdentity identity;

  @GET
  @Path("public")
  public String open() {
    return "open";
  }

  @GET
  @Authenticated
  @Path("me")
  public String me() {
    return describe();
  }

  @POST
  @Authenticated
  @Path("me")
  public String change() {
    return describe();
  }

  @GET
  @Path("by-policy")
  public String byPolicy() {
    return describe();
  }

  private String describe() {
    AuthenticatedSession session = AuthenticatedSession.of(identity).orElseThrow();
    return session.session().username() + " by " + session.source();
  }
}
