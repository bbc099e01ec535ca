package dev.parley.chaos.client;

/**
 * A user. The password is made for one run and its database.
 *
 * @param id 0 as long as it is not registered
 */
public record Account(long id, String username, String password) {
  @Override
  public String toString() {
    return username;
  }
}
