/**
 * What the services say to each other over HTTP. Every path starts with {@code /internal}, which no
 * edge routes, and asks for the header {@link dev.parley.protocol.internal.ServiceSecret#HEADER}.
 */
package dev.parley.protocol.internal;
