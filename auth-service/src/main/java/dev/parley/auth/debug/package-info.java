/**
 * The predecessor's debug endpoints; they exist only where {@code parley.debug.enabled} says so.
 */
package dev.parley.auth.debug;
