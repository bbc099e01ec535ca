package dev.parley.history.conversations;

import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import java.util.Optional;

/** Reads the same JSON as a command on a socket: {@code {"type":"delete","target":810}}. */
final class CommandFrame {

  private CommandFrame() {}

  /** Fails with a sentence for the client where a field is missing or wrong. */
  static Act read(ChangeRequest request, ConversationId conversation) {
    RequestFields fields = request.fields();
    String type = fields.requiredString("type");
    Optional<String> named = fields.optionalString("conversation");
    fields.check();
    if (named.isPresent() && !named.get().equals(conversation.toString())) {
      throw Parameter.invalid("conversation must be that of the path, or left out");
    }
    return switch (type) {
      case "post" -> post(fields);
      case "edit" -> edit(fields);
      case "delete" -> delete(fields);
      case "react" -> react(fields);
      case "pin" -> pin(fields);
      default ->
          throw Parameter.invalid(
              "type must be \"post\", \"edit\", \"delete\", \"react\" or \"pin\"");
    };
  }

  private static Act post(RequestFields fields) {
    String content = fields.requiredString("content");
    fields.check();
    return new Act.Post(new MessageContent(content));
  }

  private static Act edit(RequestFields fields) {
    long target = fields.requiredInteger("target");
    String content = fields.requiredString("content");
    fields.check();
    return new Act.Edit(target(target), new MessageContent(content));
  }

  private static Act delete(RequestFields fields) {
    long target = fields.requiredInteger("target");
    fields.check();
    return new Act.Delete(target(target));
  }

  private static Act react(RequestFields fields) {
    long target = fields.requiredInteger("target");
    String emoji = fields.requiredString("emoji");
    boolean on = fields.requiredBoolean("on");
    fields.check();
    return new Act.React(target(target), new Emoji(emoji), on);
  }

  private static Act pin(RequestFields fields) {
    long target = fields.requiredInteger("target");
    boolean on = fields.requiredBoolean("on");
    fields.check();
    return new Act.Pin(target(target), on);
  }

  private static Sequence target(long value) {
    return Parameter.sequence("target", value);
  }
}
