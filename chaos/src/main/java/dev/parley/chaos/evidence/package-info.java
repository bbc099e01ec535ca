/** The records that a run gathers. Nothing here acts. */
package dev.parley.chaos.evidence;
