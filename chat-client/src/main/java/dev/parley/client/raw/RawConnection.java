package dev.parley.client.raw;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A TCP connection. One thread. */
public final class RawConnection implements AutoCloseable {

  /** How long an answer may take; more is a finding. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final DataInputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  public static RawConnection open(URI address) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(
        new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
    RawConnection connection = new RawConnection(socket);
    connection.wait(PATIENCE);
    return connection;
  }

  /** How long a read may take from now on. */
  public void wait(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
  }

  /** The other side may have had enough before all of it is written: the next read tells. */
  public void write(byte... bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException dropped) {
      // What it said before it went away is what counts.
    }
  }

  DataInputStream in() {
    return in;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // That is what was wanted.
    }
  }
}
