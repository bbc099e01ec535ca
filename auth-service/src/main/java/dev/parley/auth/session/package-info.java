/** Sessions: login, logout, the list of devices, the change of a password, verification. */
package dev.parley.auth.session;
