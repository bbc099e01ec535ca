/** What Parley is made of, and that it is known, pinned and licensed. */
package dev.parley.system.supply;
