package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G2, G8: what an event loop writes to its connections. */
class ShardTest {

  private static final String BREAKS = "breaks";

  /** Bytes; Netty adds 96 to each write. */
  private static final String ENOUGH_FOR_A_GREETING = "100";

  private final EmbeddedChannel loop = new EmbeddedChannel();
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final Shard shard = new Shard(loop.eventLoop(), new ConnectionMetrics(metrics));
  private final Audience audience = new Audience(shard);
  private final List<String> closes = new ArrayList<>();
  private int opened;

  @Test
  void messagesToEverybodyThatFollowEachOtherAreOneWrite() {
    EmbeddedChannel first = connect("first");
    EmbeddedChannel second = connect("second");
    shard.deliver(audience, message(1));
    shard.deliver(audience, message(2));
    loop.runPendingTasks();
    assertEquals("m1 m2 ", text(first));
    assertEquals("m1 m2 ", text(second));
    assertNull(first.readOutbound());
  }

  @Test
  void whatIsForOneOfThemKeepsItsPlaceBetweenThem() {
    EmbeddedChannel first = connect("first");
    shard.deliver(audience, message(1));
    shard.execute(() -> shard.deliver(audience, message(3)));
    shard.deliver(audience, message(2));
    loop.runPendingTasks();
    assertEquals(List.of("m1 ", "m2 m3 "), List.of(text(first), text(first)));
  }

  @Test
  void aConnectionThatBreaksKeepsNobodyFromTheirs() {
    connect(BREAKS, ENOUGH_FOR_A_GREETING);
    EmbeddedChannel other = connect("other");
    shard.deliver(audience, message(1));
    loop.runPendingTasks();
    assertEquals("m1 ", text(other));
    shard.execute(
        () -> {
          throw new IllegalStateException("a turn that fails, on purpose");
        });
    shard.deliver(audience, message(2));
    loop.runPendingTasks();
    assertEquals("m2 ", text(other));
  }

  @Test
  void aSocketThatIsClosedBeforeItIsOpenedHarmsNobody() {
    EmbeddedChannel gone = new EmbeddedChannel();
    gone.close();
    gone.runPendingTasks();
    add("gone", gone, "1M");
    EmbeddedChannel other = connect("other");
    shard.deliver(audience, message(1));
    loop.runPendingTasks();
    assertEquals("m1 ", text(other));
  }

  @Test
  void whoReadsTooLittleIsClosedWith4008() {
    connect("slow", ENOUGH_FOR_A_GREETING);
    shard.deliver(audience, message(1));
    loop.runPendingTasks();
    assertEquals(List.of("slow 4008"), closes);
    assertEquals(1, count("parley.connections.closed", "code", "4008"));
  }

  @Test
  void aMessageIsCountedOnceForEachConnectionThatItIsHandedTo() {
    connect("first");
    connect("second");
    shard.deliver(audience, message(1));
    shard.deliver(audience, message(2));
    assertEquals(0, count("parley.deliveries"));
    loop.runPendingTasks();
    assertEquals(4, count("parley.deliveries"));
    loop.runPendingTasks();
    assertEquals(4, count("parley.deliveries"));
  }

  private double count(String name, String... tags) {
    return metrics.get(name).tags(tags).counter().count();
  }

  @Test
  void aLoopThatCannotKeepUpClosesItsConnectionsWith4008AndGoesOn() {
    EmbeddedChannel channel = connect("one");
    for (int i = 0; i < Shard.MAX_QUEUED; i++) {
      shard.execute(() -> {});
    }
    loop.runPendingTasks();
    assertEquals(List.of("one 4008"), closes);
    shard.deliver(audience, message(1));
    EmbeddedChannel next = connect("next");
    shard.deliver(audience, message(2));
    loop.runPendingTasks();
    assertNull(channel.readOutbound());
    assertEquals("m2 ", text(next));
  }

  @Test
  void withoutMemoryForAMessageNobodyIsLeftWithoutKnowing() {
    connect("one");
    connect("other");
    shard.execute(
        () -> {
          throw new OutOfMemoryError("no direct memory, on purpose");
        });
    loop.runPendingTasks();
    assertEquals(List.of("one 4008", "other 4008"), closes.stream().sorted().toList());
    EmbeddedChannel next = connect("next");
    shard.deliver(audience, message(1));
    loop.runPendingTasks();
    assertEquals("m1 ", text(next));
  }

  private EmbeddedChannel connect(String name) {
    return connect(name, "1M");
  }

  private EmbeddedChannel connect(String name, String maxQueuedBytes) {
    EmbeddedChannel channel = new EmbeddedChannel();
    add(name, channel, maxQueuedBytes);
    return channel;
  }

  private Outbound add(String name, EmbeddedChannel channel, String maxQueuedBytes) {
    ConnectionConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ConnectionConfig.class)
            .withDefaultValue("parley.connection.max-queued-bytes", maxQueuedBytes)
            .build()
            .getConfigMapping(ConnectionConfig.class);
    Outbound outbound = new Outbound(shard, channel, socket(name), config);
    Connection connection =
        new Connection(
            name,
            new VerifiedSession(new SessionId(++opened), new UserId(opened), name, Instant.MAX),
            Protocol.V2,
            channel,
            outbound,
            new SendLimit(config, 0));
    shard.add(connection);
    outbound.greet(EncodedFrame.ofJson(""));
    connection.enter(audience);
    loop.runPendingTasks();
    channel.readOutbound();
    return outbound;
  }

  /** Keeps how it was closed; one whose name says so breaks when it is. */
  private WebSocketConnection socket(String name) {
    return (WebSocketConnection)
        Proxy.newProxyInstance(
            WebSocketConnection.class.getClassLoader(),
            new Class<?>[] {WebSocketConnection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "id" -> name;
                  case "isOpen" -> true;
                  case "close" -> close(name, (CloseReason) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Uni<Void> close(String name, CloseReason reason) {
    if (name.equals(BREAKS)) {
      throw new IllegalStateException("a connection that breaks, on purpose");
    }
    closes.add(name + " " + reason.getCode());
    return Uni.createFrom().voidItem();
  }

  private static Delivery message(long seq) {
    return new TestingDelivery("m" + seq + " ");
  }

  /** The texts of all frames of one write; all of them are short. */
  private static String text(EmbeddedChannel channel) {
    ByteBuf written = channel.readOutbound();
    StringBuilder text = new StringBuilder();
    while (written.isReadable()) {
      written.skipBytes(1);
      text.append(written.readCharSequence(written.readByte(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
