/** The history service, as far as this one calls it. */
package dev.parley.auth.history;
