package dev.parley.bench.server;

import dev.parley.bench.client.ChatMessage;

/**
 * The members of each room. All rooms have the same number of members, and every user is in twice
 * that many rooms.
 *
 * @param firstRoom the id of the first room; all ids have seven digits
 * @param firstUser the number in the first user's name
 * @param users a multiple of the members
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

  /** The client number of a room's n-th member, from 0. */
  public int member(int room, int place) {
    return (room + place * (users / members)) % users;
  }

  String nameOf(int client) {
    return ChatMessage.nameOf(firstUser + client);
  }
}
