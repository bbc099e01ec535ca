package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.client.Protocol;
import java.util.ArrayList;
import java.util.List;

/** The log of one client while it grows. */
final class Journal {

  private final String name;
  private final Account account;
  private final Protocol protocol;
  private final List<ClientEvent> events = new ArrayList<>();

  Journal(String name, Account account, Protocol protocol) {
    this.name = name;
    this.account = account;
    this.protocol = protocol;
  }

  synchronized void add(ClientEvent event) {
    events.add(event);
  }

  synchronized int size() {
    return events.size();
  }

  synchronized ClientLog log() {
    return new ClientLog(name, account.id(), account.username(), protocol, events);
  }
}
