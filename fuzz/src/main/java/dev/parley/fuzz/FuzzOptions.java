package dev.parley.fuzz;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run does.
 *
 * @param inputs the number of inputs
 * @param seed the same seed gives the same inputs
 * @param only the number of the one input of this seed to repeat
 * @param data a folder to keep; without one, the run makes a folder and deletes it after a success
 */
public record FuzzOptions(
    long inputs, long seed, OptionalLong only, Optional<Path> report, Optional<Path> data) {}
