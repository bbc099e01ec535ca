package dev.parley.gateway.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How Redis knows one connection: {@code id=7 addr=127.0.0.1:53412}.
 *
 * <p>A Redis that was stopped and wakes up still does what lies in the socket of a connection that
 * was given up meanwhile, perhaps after what the new connection says. So the new one first ends the
 * old one, by both its id and its address: after a restart of Redis the id alone may be that of
 * somebody else.
 */
record ClientIdentity(String id, String address) {

  static Request question() {
    return Request.cmd(Command.CLIENT).arg("INFO");
  }

  /** Empty where it is not the answer of a Redis that tells both. */
  static Optional<ClientIdentity> parse(String answer) {
    Map<String, String> properties =
        Arrays.stream(answer.strip().split(" "))
            .map(property -> property.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one));
    return properties.containsKey("id") && properties.containsKey("addr")
        ? Optional.of(new ClientIdentity(properties.get("id"), properties.get("addr")))
        : Optional.empty();
  }

  Request kill() {
    return Request.cmd(Command.CLIENT).arg("KILL").arg("ID").arg(id).arg("ADDR").arg(address);
  }
}
