package dev.parley.gateway.append;

import dev.parley.protocol.internal.GatewayKey;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes keys that no gateway makes a second time, in this run or another. Thread-safe. */
@Singleton
class GatewayKeys {

  /** Two, because a gateway's key is longer than a client's. */
  private final String run = "gateway-" + UUID.randomUUID() + UUID.randomUUID().toString() + "-";

  private final AtomicLong made = new AtomicLong();

  GatewayKey next() {
    return new GatewayKey(run + made.incrementAndGet());
  }
}
