package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.SessionId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.netty.channel.embedded.EmbeddedChannel;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** G2: who is in an audience gets what is delivered, once. */
class AudienceTest {

  private final Audience audience = new Audience(null);
  private final Connection ada = connection(1);
  private final Connection bob = connection(2);

  @Test
  void whoEntersTwiceIsThereOnce() {
    audience.enter(ada);
    audience.enter(ada);
    assertEquals(List.of(ada), everybodyIn(audience));
    assertTrue(audience.leave(ada));
    assertFalse(audience.leave(ada));
    assertEquals(List.of(), everybodyIn(audience));
  }

  @Test
  void whoWasNeverThereCannotLeave() {
    audience.enter(ada);
    assertFalse(audience.leave(bob));
    assertEquals(List.of(ada), everybodyIn(audience));
  }

  @RepeatedTest(50)
  void anyOrderOfComingAndGoingLeavesExactlyThoseWhoAreThere(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Audience> audiences = new ArrayList<>();
    List<Set<Connection>> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      audiences.add(new Audience(null));
      expected.add(new HashSet<>());
    }
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      connections.add(connection(i + 1));
    }
    for (int step = 0; step < 3_000; step++) {
      int which = random.nextInt(audiences.size());
      Connection connection = connections.get(random.nextInt(connections.size()));
      if (random.nextBoolean()) {
        audiences.get(which).enter(connection);
        expected.get(which).add(connection);
      } else {
        assertEquals(
            expected.get(which).remove(connection), audiences.get(which).leave(connection));
      }
    }
    for (int i = 0; i < audiences.size(); i++) {
      List<Connection> there = everybodyIn(audiences.get(i));
      assertEquals(expected.get(i).size(), there.size());
      assertEquals(expected.get(i), new HashSet<>(there));
    }
  }

  @Test
  void aConnectionThatClosesLeavesAllOfThem() {
    List<Audience> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Audience one = new Audience(null);
      one.enter(bob);
      one.enter(ada);
      many.add(one);
    }
    ada.seats().forEach(one -> one.leave(ada));
    many.forEach(one -> assertEquals(List.of(bob), everybodyIn(one)));
    many.forEach(one -> assertFalse(ada.seats().contains(one)));
  }

  private static List<Connection> everybodyIn(Audience audience) {
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < audience.size(); i++) {
      all.add(audience.get(i));
    }
    return all;
  }

  private static Connection connection(int user) {
    ConnectionConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ConnectionConfig.class)
            .build()
            .getConfigMapping(ConnectionConfig.class);
    return new Connection(
        "c-" + user,
        new VerifiedSession(new SessionId(user), new UserId(user), "user" + user, Instant.MAX),
        Protocol.V2,
        new EmbeddedChannel(),
        null,
        new SendLimit(config, 0));
  }
}
