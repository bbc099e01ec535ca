package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.client.frame.Command;
import dev.parley.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clients send nothing wrong, so every {@code error} must say that another attempt may succeed.
 * The only exceptions are the deeds of others: the user is no longer in the room, or the message is
 * gone.
 */
final class RefusalCheck implements Check {

  private static final Set<String> RETRYABLE =
      Arrays.stream(ErrorCode.values())
          .filter(ErrorCode::isRetryable)
          .map(ErrorCode::code)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> OUTSIDE =
      Set.of(ErrorCode.NOT_FOUND.code(), ErrorCode.NOT_A_MEMBER.code());

  @Override
  public List<Violation> of(Evidence evidence) {
    Sightings sightings = new Sightings(evidence);
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      Map<String, ClientEvent.Sent> sent = firstSent(client);
      client
          .all(ClientEvent.Refused.class)
          .filter(refused -> !RETRYABLE.contains(refused.code()))
          .filter(
              refused ->
                  !isDeserved(evidence, sightings, client, sent.get(refused.clientId()), refused))
          .map(refused -> violation(evidence, client, refused))
          .forEach(violations::add);
    }
    return violations;
  }

  private static Map<String, ClientEvent.Sent> firstSent(ClientLog client) {
    return client
        .all(ClientEvent.Sent.class)
        .collect(Collectors.toMap(ClientEvent.Sent::clientId, sent -> sent, (one, other) -> one));
  }

  private static boolean isDeserved(
      Evidence evidence,
      Sightings sightings,
      ClientLog client,
      ClientEvent.Sent sent,
      ClientEvent.Refused refused) {
    if (sent == null || !(sent.frame() instanceof Command command)) {
      return false;
    }
    String conversation = conversation(command);
    if (OUTSIDE.contains(refused.code())) {
      return conversation.startsWith("room-")
          && evidence
              .stored()
              .membership(conversation, client.userId())
              .wasOutside(
                  sent.at(), refused.at(), arrival -> sightings.of(conversation, arrival.seq()));
    }
    return refused.code().equals(ErrorCode.TARGET_GONE.code())
        && evidence
            .stored()
            .at(conversation, target(command))
            .filter(row -> !row.isReadable())
            .isPresent();
  }

  private static String conversation(Command command) {
    return switch (command) {
      case Command.Post post -> post.conversation();
      case Command.Edit edit -> edit.conversation();
      case Command.Delete delete -> delete.conversation();
      case Command.React react -> react.conversation();
      case Command.Pin pin -> pin.conversation();
      case Command.Chat any -> "";
      case Command.Other any -> "";
    };
  }

  private static long target(Command command) {
    return switch (command) {
      case Command.Edit edit -> edit.target();
      case Command.Delete delete -> delete.target();
      case Command.React react -> react.target();
      case Command.Pin pin -> pin.target();
      case Command.Post any -> 0;
      case Command.Chat any -> 0;
      case Command.Other any -> 0;
    };
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Refused refused) {
    return new Violation(
        "refusal",
        "G4",
        refused.at(),
        "%s sent a valid command and got the error %s, which forbids another try."
            .formatted(client.name(), refused.code()),
        LogExcerpt.around(evidence, client, refused.at(), LogExcerpt.about(refused.clientId())));
  }
}
