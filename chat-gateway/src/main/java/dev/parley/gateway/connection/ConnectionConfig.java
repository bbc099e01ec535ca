package dev.parley.gateway.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limits of one connection. */
@ConfigMapping(prefix = "parley.connection")
public interface ConnectionConfig {

  /** How many connections one user may have to one gateway. Any further one is closed with 4011. */
  @WithDefault("20")
  int maxPerUser();

  /**
   * How many sockets one address may have to one gateway, the machine's own excepted; one more is
   * closed with 1013. Many people may share an address.
   */
  @WithDefault("2000")
  int maxPerAddress();

  /** Bytes that may wait for one client to read; at this many it is closed with 4008. */
  @WithDefault("1M")
  MemorySize maxQueuedBytes();

  /** A client that reads nothing of its waiting data for this long is closed with 4008. */
  @WithDefault("10S")
  Duration stalledAfter();

  /** A client that sends nothing for this long, not even pongs, is considered dead. */
  @WithDefault("60S")
  Duration silentAfter();

  /** How long a client may take to answer a close before its channel is cut. */
  @WithDefault("10S")
  Duration closeWithin();

  /**
   * How long after its welcome a client of the second protocol may take to begin with {@code
   * resume}; then it is closed with 4010.
   */
  @WithDefault("15S")
  Duration resumeWithin();

  /** Messages a second that a connection may send on average. */
  @WithDefault("50")
  int messagesPerSecond();

  /** Messages that a connection may send at once after a pause. */
  @WithDefault("500")
  int messageBurst();

  /**
   * Frames a second that are answered with more than they say: {@code request_user_list}, {@code
   * resume}, {@code read}.
   */
  @WithDefault("20")
  int questionsPerSecond();

  /** As many of them at once after a pause. */
  @WithDefault("200")
  int questionBurst();

  /** Typing notices a second that a connection may send; further ones are silently dropped. */
  @WithDefault("5")
  int typingPerSecond();

  /**
   * Messages and questions that may be refused, one more for each second that passes; then the
   * connection is closed with 4009.
   */
  @WithDefault("100")
  int maxRefusals();

  /**
   * Origins such as {@code https://chat.example.org} whose pages may use the session cookie, in
   * addition to the gateway's own host.
   */
  Optional<Set<String>> allowedOrigins();
}
