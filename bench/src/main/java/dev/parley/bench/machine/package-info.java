/** What Linux says about processes: their CPU time, their memory and the core they run on. */
package dev.parley.bench.machine;
