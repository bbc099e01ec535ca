/**
 * The fuzzer throws random and mutated requests and frames at a running Parley. Each has its
 * permitted outcomes. Afterwards it checks that everything still works.
 */
package dev.parley.fuzz;
