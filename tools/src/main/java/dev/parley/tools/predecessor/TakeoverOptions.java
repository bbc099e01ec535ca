package dev.parley.tools.predecessor;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an import may do.
 *
 * @param skipBroken leave out rows that would stop the import
 * @param keepUnaddressed put private messages without a recipient into the sender's notes to self,
 *     instead of leaving them out
 * @param suggestions the file for a rename of each user who needs another name
 * @param dryRun try everything, and change nothing
 */
public record TakeoverOptions(
    Renames renames,
    boolean skipBroken,
    boolean keepUnaddressed,
    Optional<Path> suggestions,
    boolean dryRun) {

  public static TakeoverOptions defaults() {
    return new TakeoverOptions(Renames.none(), false, false, Optional.empty(), false);
  }

  public TakeoverOptions withRenames(Renames renames) {
    return new TakeoverOptions(renames, skipBroken, keepUnaddressed, suggestions, dryRun);
  }

  public TakeoverOptions skippingBroken() {
    return new TakeoverOptions(renames, true, keepUnaddressed, suggestions, dryRun);
  }

  public TakeoverOptions keepingUnaddressed() {
    return new TakeoverOptions(renames, skipBroken, true, suggestions, dryRun);
  }

  public TakeoverOptions withSuggestions(Path file) {
    return new TakeoverOptions(renames, skipBroken, keepUnaddressed, Optional.of(file), dryRun);
  }

  public TakeoverOptions asDryRun() {
    return new TakeoverOptions(renames, skipBroken, keepUnaddressed, suggestions, true);
  }
}
