package dev.parley.bench.server;

import dev.parley.bench.client.ChatMessage;

/**
 * Who is in which room: every room has as many members, and every user is in as many rooms, which
 * is twice the members of one.
 *
 * @param firstRoom the id of the first one; all have seven digits
 * @param firstUser whose number is in the name
 * @param users as many times the members as it takes, without a remainder
 */
public record RoomPlan(long firstRoom, int firstUser, int users, int members) {

  public int rooms() {
    return 2 * users;
  }

  public int roomsOfEach() {
    return 2 * members;
  }

  public long idOf(int room) {
    return firstRoom + room;
  }

  /** The client's number of a room's n-th member, from 0 on. */
  public int member(int room, int place) {
    return (room + place * (users / members)) % users;
  }

  String nameOf(int client) {
    return ChatMessage.nameOf(firstUser + client);
  }
}
