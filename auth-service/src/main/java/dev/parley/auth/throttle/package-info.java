/**
 * How often somebody may try: failed logins of an account and of an address, wrong current
 * passwords, registrations. Counted in Redis for all replicas; in each replica as well, for when
 * Redis is away or has forgotten.
 */
package dev.parley.auth.throttle;
