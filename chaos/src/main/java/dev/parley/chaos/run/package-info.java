/** Starts the stack, the crowd and the faults, and gathers the evidence. */
package dev.parley.chaos.run;
