/**
 * A client of Parley. {@link dev.parley.client.ChatClient} stays connected, misses nothing and
 * sends again what was not acknowledged; {@link dev.parley.client.http.Parley} logs in.
 *
 * <pre>{@code
 * URI address = URI.create("http://localhost:8000");
 * Session session = Parley.at(address).logIn("echo-bot", password);
 * try (ClientThreads threads = ClientThreads.start();
 *     ChatClient bot = new ChatClient(threads, ClientOptions.secondProtocol(), () -> address, listener)) {
 *   bot.connectAs(session);
 *   bot.send(Destination.EVERYBODY.message("id-1", "Hello")).join();
 * }
 * }</pre>
 */
package dev.parley.client;
