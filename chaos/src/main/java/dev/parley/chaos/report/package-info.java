/** The figures of a run. */
package dev.parley.chaos.report;
