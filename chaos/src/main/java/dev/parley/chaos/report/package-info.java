/** The numbers of a run. */
package dev.parley.chaos.report;
