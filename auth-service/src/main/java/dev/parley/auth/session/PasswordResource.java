package dev.parley.auth.session;

import dev.parley.http.ClientAddresses;
import dev.parley.http.RequestFields;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /password {current_password,new_password}}: ends all other sessions. */
@Path("/password")
@Authenticated
@RunOnVirtualThread
class PasswordResource {

  @Inject CurrentSession current;
  @Inject PasswordChange change;
  @Inject ClientAddresses addresses;

  @POST
  @Operation(summary = "Changes the password of the current user")
  public Done change(String body, @Context HttpServerRequest request) {
    RequestFields fields = RequestFields.of(body);
    String currentPassword = fields.requiredString("current_password");
    String newPassword = fields.requiredString("new_password");
    fields.check();
    change.change(current.get(), currentPassword, newPassword, addresses.of(request));
    return new Done("Password changed successfully");
  }
}
