package dev.parley.stack.edge;

import java.util.Optional;

/** How services reach the replicas of another one: everything goes to them, as it is. */
public record ServiceRoutes(Upstream upstream) implements Routes {

  @Override
  public Optional<Upstream> of(String target) {
    return Optional.of(upstream);
  }

  @Override
  public boolean arePublic() {
    return false;
  }

  /** What the history service takes in one append. */
  @Override
  public int mostBodyBytes() {
    return 32 * 1024 * 1024;
  }
}
