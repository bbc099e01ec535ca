/** The results, for people and as JSON. */
package dev.parley.bench.report;
