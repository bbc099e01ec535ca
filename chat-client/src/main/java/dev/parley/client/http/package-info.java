/**
 * Parley's HTTP endpoints. {@link dev.parley.client.http.Parley} is where one begins; {@link
 * dev.parley.client.http.Http} is for whoever wants to see each answer as it comes.
 */
package dev.parley.client.http;
