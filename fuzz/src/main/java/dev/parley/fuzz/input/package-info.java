/**
 * The inputs. {@link dev.parley.fuzz.input.Inputs} makes each one from a seed and a number alone,
 * so that you can repeat any of them. Each input carries its permitted outcomes.
 */
package dev.parley.fuzz.input;
