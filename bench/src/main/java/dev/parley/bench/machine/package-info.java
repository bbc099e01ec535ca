/** What Linux tells of processes: their CPU time and memory, and which core they run on. */
package dev.parley.bench.machine;
