/** What a run gathers: records, and nothing that acts. */
package dev.parley.chaos.evidence;
