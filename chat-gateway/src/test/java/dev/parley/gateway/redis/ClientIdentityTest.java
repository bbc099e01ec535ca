package dev.parley.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientIdentityTest {

  @Test
  void isFoundAmongWhatRedisTells() {
    assertEquals(
        Optional.of(new ClientIdentity("7", "127.0.0.1:53412")),
        ClientIdentity.parse("id=7 addr=127.0.0.1:53412 laddr=127.0.0.1:6379 fd=8 name= age=0\n"));
  }

  @Test
  void isUnknownWhereRedisDoesNotTell() {
    assertEquals(Optional.empty(), ClientIdentity.parse("ERR unknown subcommand"));
    assertEquals(Optional.empty(), ClientIdentity.parse("id=7"));
  }

  @Test
  void isEndedByBothOfItsNames() {
    assertEquals(
        "*6\r\n$6\r\nclient\r\n$4\r\nKILL\r\n$2\r\nID\r\n$1\r\n7\r\n$4\r\nADDR\r\n$3\r\na:1\r\n",
        new ClientIdentity("7", "a:1").kill().toString());
  }
}
