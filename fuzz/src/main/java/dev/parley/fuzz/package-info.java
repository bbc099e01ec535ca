/**
 * The fuzzer: throws random and mutated requests and frames at a running Parley, each with what may
 * come of it, and then looks whether the whole still serves.
 */
package dev.parley.fuzz;
