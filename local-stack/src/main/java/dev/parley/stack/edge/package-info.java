/**
 * The one address of the local stack: a small reverse proxy that sends each request to the service
 * it belongs to, round-robin over its replicas. {@link dev.parley.stack.edge.PublicRoutes} says
 * which paths go where, and {@link dev.parley.stack.edge.PlainPath} which are refused.
 */
package dev.parley.stack.edge;
