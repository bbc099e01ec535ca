package dev.parley.gateway.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One connection to Redis for each command, so that nothing of a test hangs in an old one. */
public final class RawRedis {

  private static final int LIMIT_MS = 10_000;

  private final int port;
  private final String password;

  RawRedis(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /** The answer as text, a number as text too, a list of them, or null. */
  public Object command(String... words) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
      socket.setSoTimeout(LIMIT_MS);
      InputStream answers = new BufferedInputStream(socket.getInputStream());
      socket.getOutputStream().write(encode("AUTH", password));
      read(answers);
      socket.getOutputStream().write(encode(words));
      return read(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String... words) {
    return String.valueOf(command(words));
  }

  public Map<String, String> hash(String key) {
    List<?> flat = (List<?>) command("HGETALL", key);
    Map<String, String> hash = new HashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      hash.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
    }
    return hash;
  }

  private static byte[] encode(String... words) {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append(String.format(Locale.ROOT, "$%d\r\n%s\r\n", word.length(), word));
    }
    return command.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object read(InputStream answers) throws IOException {
    String line = readLine(answers);
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '$' -> readBulk(answers, Integer.parseInt(rest));
      case '*' -> readList(answers, Integer.parseInt(rest));
      default -> throw new IOException("Redis says " + line);
    };
  }

  private static String readBulk(InputStream answers, int length) throws IOException {
    if (length < 0) {
      return null;
    }
    String text = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
    readLine(answers);
    return text;
  }

  private static List<Object> readList(InputStream answers, int length) throws IOException {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      list.add(read(answers));
    }
    return list;
  }

  private static String readLine(InputStream answers) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException("Redis went away");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
