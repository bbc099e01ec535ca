package dev.parley.chaos;

import java.net.URI;
import java.nio.file.Path;

/**
 * Who talks to which Parley.
 *
 * @param address where clients connect; whatever runs there has no messages yet
 * @param users each with one or two clients
 * @param messagesPerSecond of all together
 * @param stored the file into which somebody reads the stored messages at the end, one JSON object
 *     a line
 */
public record WatchOptions(URI address, int users, int messagesPerSecond, Path stored) {}
