/**
 * What is thrown. {@link dev.parley.fuzz.input.Inputs} makes each input of a seed and a number
 * alone, so that any of them can be repeated; with it goes what may come of it.
 */
package dev.parley.fuzz.input;
