package dev.parley.http;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastPlaces;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.StoredMessage;
import dev.parley.protocol.internal.TraceParent;
import dev.parley.protocol.internal.VerifySessions;
import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.SessionsRevoked;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What services say to each other, as a native executable must know it beforehand: Jackson looks at
 * these types while it runs. The library that has them knows nothing of Quarkus.
 */
@RegisterForReflection(
    ignoreNested = false,
    targets = {
      AppendMessages.class,
      CheckSessions.class,
      ClientId.class,
      ConversationId.class,
      ErrorCode.class,
      GatewayKey.class,
      ListConversations.class,
      LookUpUsers.class,
      MessageContent.class,
      MoveReadMark.class,
      NewMessage.class,
      ReadFeed.class,
      ReadLastPlaces.class,
      ReadMarkMoved.class,
      ReadMessages.class,
      Sequence.class,
      SessionId.class,
      SessionToken.class,
      SessionsRevoked.class,
      StoredMessage.class,
      TraceParent.class,
      User.class,
      UserId.class,
      VerifiedSession.class,
      VerifySessions.class
    })
final class ProtocolRecords {

  private ProtocolRecords() {}
}
