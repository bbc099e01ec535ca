package dev.parley.chaos.client;

import dev.parley.client.http.Session;

/**
 * A session.
 *
 * @param number a client counts its sessions from 1
 * @param sessionId as {@code DELETE /sessions/{id}} wants it
 */
record Login(int number, Session session, long sessionId) {
  @Override
  public String toString() {
    return "session " + number;
  }
}
