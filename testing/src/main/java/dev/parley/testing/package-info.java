/**
 * For tests only: {@link dev.parley.testing.RealServers real PostgreSQL and Redis} for a service,
 * and {@link dev.parley.testing.TestingChatClient} for tests of a whole stack.
 */
package dev.parley.testing;
