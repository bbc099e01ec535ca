package dev.parley.history.messages;

import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.ReadMessages;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** {@link ReadMessages}: how gateways repair gaps. */
@Path("/internal/conversations/{conversation}/messages")
class InternalMessagesResource {

  @Inject MessageRows rows;

  @GET
  public ReadMessages.Answer read(
      @PathParam("conversation") String conversationName,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    ConversationId conversation = Parameter.conversation(conversationName);
    return new ReadMessages.Answer(
        rows
            .between(
                conversation,
                Parameter.requiredSequence("from", from),
                Parameter.requiredSequence("to", to),
                ReadMessages.MAX_MESSAGES)
            .stream()
            .map(row -> row.in(conversation))
            .toList());
  }
}
