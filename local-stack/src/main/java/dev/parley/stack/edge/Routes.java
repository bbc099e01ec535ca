package dev.parley.stack.edge;

import java.util.Optional;

/** Which service answers a request. */
public interface Routes {

  /**
   * @param target path and query as the client sent them
   * @return empty for a path that nobody outside may ask for
   */
  Optional<Upstream> of(String target);

  /** Whether requests come from anybody, or from the stack's own services. */
  boolean arePublic();

  /** A longer request body is refused. */
  int mostBodyBytes();
}
