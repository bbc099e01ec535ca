/** What happens when; follows from a seed. */
package dev.parley.chaos.schedule;
