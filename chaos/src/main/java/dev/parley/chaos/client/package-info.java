/** Clients of both protocols that write down all they see. */
package dev.parley.chaos.client;
