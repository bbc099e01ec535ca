package dev.parley.client.raw;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered to one request.
 *
 * @param headers by their names in lower case; of several with one name the last
 * @param body as far as it has one, byte for character
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

  private static final int MOST_HEAD_CHARACTERS = 64 * 1024;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  public RawAnswer {
    headers = Map.copyOf(headers);
  }

  /** Fails where the connection ends before the answer does. */
  public static RawAnswer read(RawConnection connection, boolean isToHead) throws IOException {
    DataInputStream in = connection.in();
    String[] lines = head(in).split("\r\n", -1);
    int status = status(lines[0]);
    Map<String, String> headers = headers(lines);
    boolean hasBody = !isToHead && status >= 200 && status != NO_CONTENT && status != NOT_MODIFIED;
    return new RawAnswer(status, headers, hasBody ? body(in, headers) : "");
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      head.append((char) in.readUnsignedByte());
      if (head.length() > MOST_HEAD_CHARACTERS) {
        throw new IOException("the head does not end");
      }
    }
    return head.toString();
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}.*")) {
      throw new IOException("no status line: " + line);
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(String... lines) {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(":", 2);
      if (parts.length == 2) {
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
      }
    }
    return headers;
  }

  private static String body(DataInputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks(in);
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    if (length != null && body.length < Integer.parseInt(length)) {
      throw new IOException("the body is incomplete");
    }
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private static String chunks(DataInputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      body.writeBytes(in.readNBytes(length));
      line(in);
      if (length == 0) {
        return body.toString(StandardCharsets.ISO_8859_1);
      }
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < 2 || line.lastIndexOf("\r\n") != line.length() - 2) {
      line.append((char) in.readUnsignedByte());
    }
    return line.substring(0, line.length() - 2);
  }

  /** Whether nothing else can be asked on this connection. */
  public boolean isLast() {
    return "close".equalsIgnoreCase(headers.get("connection"))
        || (!headers.containsKey("content-length") && !headers.containsKey("transfer-encoding"));
  }
}
