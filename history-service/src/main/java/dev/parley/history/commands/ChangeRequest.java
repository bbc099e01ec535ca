package dev.parley.history.commands;

import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ClientId;
import java.util.Optional;

/**
 * A request that changes something: the fields of its body, and a {@code client_id} in the body or
 * in the query. Without a {@code client_id} the same request again is a new command.
 */
public final class ChangeRequest {

  private static final String CLIENT_ID = "client_id";

  private final RequestFields fields;
  private final Optional<String> clientId;

  private ChangeRequest(RequestFields fields, String clientIdOfQuery) {
    this.fields = fields;
    this.clientId = fields.optionalString(CLIENT_ID).or(() -> Optional.ofNullable(clientIdOfQuery));
  }

  /** Of a request that must have a body. */
  public static ChangeRequest of(String body, String clientIdOfQuery) {
    return new ChangeRequest(RequestFields.of(body), clientIdOfQuery);
  }

  /** Of a request whose body may be empty. */
  public static ChangeRequest ofOptional(String body, String clientIdOfQuery) {
    return new ChangeRequest(RequestFields.ofOptional(body), clientIdOfQuery);
  }

  /** The caller reads them and then calls {@link RequestFields#check()}. */
  public RequestFields fields() {
    return fields;
  }

  /** Null if the client sent none. Fails with 422 if any field read so far was wrong. */
  public ClientId clientId() {
    fields.check();
    return clientId.map(text -> Parameter.valid(() -> new ClientId(text))).orElse(null);
  }
}
