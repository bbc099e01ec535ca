package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;

/** Records the time that a message took to reach one client. */
interface Latencies {

  /**
   * @param place the message's number at this client since the measurement began, from 0
   * @param now in {@link Content}'s time
   */
  void delivered(ChatReader reader, ByteBuf bytes, int start, int length, long place, long now);
}
