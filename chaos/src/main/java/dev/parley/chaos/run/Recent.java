package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.client.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Recently acknowledged messages, for users to edit, delete, pin or react to. Thread-safe. */
final class Recent {

  private static final int MOST = 60;

  /** A message's place and its author. */
  record Post(String conversation, long seq, Account author) {}

  private final List<Post> posts = new ArrayList<>();
  private final Random random;

  Recent(Random random) {
    this.random = random;
  }

  synchronized void add(Account author, ServerFrame.Ack ack) {
    if (posts.size() == MOST) {
      posts.removeFirst();
    }
    posts.add(new Post(ack.conversation(), ack.seq(), author));
  }

  synchronized Optional<Post> any() {
    return posts.isEmpty()
        ? Optional.empty()
        : Optional.of(posts.get(random.nextInt(posts.size())));
  }
}
