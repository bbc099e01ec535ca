package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** Is told what comes on a socket, in order, one call at a time. */
public interface SocketObserver {

  /** Does not care. */
  SocketObserver NOBODY =
      new SocketObserver() {
        @Override
        public void received(JsonNode frame) {}

        @Override
        public void closed(ClosedSocket how) {}
      };

  void received(JsonNode frame);

  /** Once, unless the client itself cut the connection. */
  void closed(ClosedSocket how);
}
