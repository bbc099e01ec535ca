/** How a gateway that stops sends its clients to the others: one after the other, with 1012. */
package dev.parley.gateway.drain;
