package dev.parley.fuzz.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.client.http.Http;
import dev.parley.fuzz.input.Door;
import dev.parley.fuzz.input.Operation;
import dev.parley.stack.LocalStack;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A running Parley with two gateways. */
public record Target(
    URI edge, List<ServiceProcess> gateways, ServiceProcess auth, ServiceProcess history) {

  private static final String DESCRIPTION = "/q/openapi?format=json";

  public Target {
    gateways = List.copyOf(gateways);
  }

  public static Target of(LocalStack stack) {
    return new Target(
        stack.address(), stack.gateways(), stack.auth().getFirst(), stack.history().getFirst());
  }

  URI behind(Door door) {
    return switch (door) {
      case EDGE -> edge;
      case FIRST_GATEWAY -> gateways.getFirst().uri();
      case SECOND_GATEWAY -> gateways.getLast().uri();
      case AUTH -> auth.uri();
      case AUTH_INTERNAL -> auth.managementUri();
      case HISTORY -> history.uri();
      case HISTORY_INTERNAL -> history.managementUri();
    };
  }

  public List<ServiceProcess> services() {
    return Stream.concat(Stream.of(auth, history), gateways.stream()).toList();
  }

  /** The operations that the services describe at their internal ports. */
  List<Operation> operations() {
    return Stream.of(Door.AUTH, Door.HISTORY)
        .flatMap(door -> Operation.in(door, description(door)).stream())
        .toList();
  }

  private JsonNode description(Door door) {
    URI management = (door == Door.AUTH ? auth : history).managementUri();
    try {
      return new ObjectMapper().readTree(Http.at(management).get(DESCRIPTION).body());
    } catch (JsonProcessingException e) {
      throw new StackException("%s%s is not JSON.".formatted(management, DESCRIPTION), e);
    }
  }
}
