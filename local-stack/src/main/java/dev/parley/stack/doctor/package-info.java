/**
 * {@code ./parley doctor}: looks at each part of a stack from the outside, as a client or a
 * neighbour would see it, and says for everything that is wrong what to do about it.
 */
package dev.parley.stack.doctor;
