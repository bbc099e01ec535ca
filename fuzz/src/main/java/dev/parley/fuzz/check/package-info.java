/** What must hold of each answer, and of the whole afterwards. */
package dev.parley.fuzz.check;
