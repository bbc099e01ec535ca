package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;

/** Takes the time that a message took to one client. */
interface Latencies {

  /**
   * @param place the how-manieth message this is of the client since the measurement began, from 0
   * @param now in {@link Content}'s time
   */
  void delivered(ChatReader reader, ByteBuf bytes, int start, int length, long place, long now);
}
