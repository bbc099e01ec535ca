/** The timetable of faults, which follows from a seed. */
package dev.parley.chaos.schedule;
