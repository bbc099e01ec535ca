package dev.parley.fuzz;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run does.
 *
 * @param inputs how many
 * @param seed the same seed gives the same inputs
 * @param only the number of the one input to repeat, of those that this seed gives
 * @param data a folder to keep; without one, a new folder is deleted after a run that went well
 */
public record FuzzOptions(
    long inputs, long seed, OptionalLong only, Optional<Path> report, Optional<Path> data) {}
