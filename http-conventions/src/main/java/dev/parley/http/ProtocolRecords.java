package dev.parley.http;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Kind;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Arrival;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.LoadAccounts;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastSequences;
import dev.parley.protocol.internal.TraceParent;
import dev.parley.protocol.internal.VerifySessions;
import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.SessionsRevoked;
import dev.parley.protocol.relay.RelayedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What services say to each other, as a native executable must know it beforehand: Jackson looks at
 * these types while it runs. The library that has them knows nothing of Quarkus.
 */
@RegisterForReflection(
    ignoreNested = false,
    targets = {
      Act.class,
      AppendCommands.class,
      Arrival.class,
      CheckSessions.class,
      ClientId.class,
      Command.class,
      ConversationEntry.class,
      ConversationId.class,
      Departure.class,
      Emoji.class,
      ErrorCode.class,
      Event.class,
      EventBody.class,
      EventType.class,
      FindConversations.class,
      GatewayKey.class,
      Kind.class,
      ListConversations.class,
      LoadAccounts.class,
      LookUpUsers.class,
      MessageContent.class,
      MoveReadMark.class,
      Notify.class,
      Posters.class,
      ReadEvents.class,
      ReadFeed.class,
      ReadLastSequences.class,
      ReadMarkMoved.class,
      Receipt.class,
      RelayedEvent.class,
      Role.class,
      Sequence.class,
      SessionId.class,
      SessionToken.class,
      SessionsRevoked.class,
      TraceParent.class,
      User.class,
      UserId.class,
      VerifiedSession.class,
      VerifySessions.class,
      Visibility.class
    })
final class ProtocolRecords {

  private ProtocolRecords() {}
}
