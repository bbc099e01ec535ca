package dev.parley.chaos;

import java.net.URI;
import java.nio.file.Path;

/**
 * The users of a watch, and the Parley that they talk to.
 *
 * @param address clients connect here; this Parley has no messages yet
 * @param users each with one or two clients
 * @param messagesPerSecond the sum over all users
 * @param stored at the end somebody writes the stored messages into this file, one JSON object a
 *     line
 */
public record WatchOptions(URI address, int users, int messagesPerSecond, Path stored) {}
