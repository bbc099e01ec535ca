/**
 * {@code ./parley doctor}: looks at each part of a stack from the outside, as a client or a
 * neighbour sees it. For each problem it says what to do.
 */
package dev.parley.tools.doctor;
