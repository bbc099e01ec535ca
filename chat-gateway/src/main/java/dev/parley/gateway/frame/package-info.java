/** The wire protocol as types: what clients send, what they are sent, and the bytes of it. */
package dev.parley.gateway.frame;
