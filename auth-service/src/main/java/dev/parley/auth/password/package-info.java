/** Password hashes: what is stored, what it costs, and which passwords may be chosen. */
package dev.parley.auth.password;
