package dev.parley.auth.account;

import dev.parley.http.ClientAddresses;
import dev.parley.http.HttpTime;
import dev.parley.http.RequestFields;
import dev.parley.protocol.UserId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /register {username,password}}. */
@Path("/register")
@RunOnVirtualThread
class RegisterResource {

  @Inject Registration registration;
  @Inject ClientAddresses addresses;

  @POST
  @Operation(summary = "Opens an account")
  public Answer register(String body, @Context HttpServerRequest request) {
    RequestFields fields = RequestFields.of(body);
    String username = fields.requiredString("username");
    String password = fields.requiredString("password");
    fields.check();
    return new Answer(
        "User registered successfully",
        NewUser.of(registration.register(username, password, addresses.of(request))));
  }

  /**
   * {@code {"message":"…","user":{"id":12,"username":"ada","created_at":"2026-01-02 03:04:05"}}}.
   */
  record Answer(String message, NewUser user) {}

  record NewUser(UserId id, String username, String createdAt) {
    private static NewUser of(Account account) {
      return new NewUser(
          new UserId(account.id), account.username, HttpTime.seconds(account.createdAt));
    }
  }
}
