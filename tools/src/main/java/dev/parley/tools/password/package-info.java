/** Passwords that the operator gives to people who cannot log in. */
package dev.parley.tools.password;
