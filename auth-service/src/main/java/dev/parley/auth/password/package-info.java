/** Password hashes: how they are stored, what they cost, and which passwords are allowed. */
package dev.parley.auth.password;
