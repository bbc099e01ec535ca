package dev.parley.tools.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The hash of everything that went through it. */
  static String text(DigestOutputStream written) {
    return HexFormat.of().formatHex(written.getMessageDigest().digest());
  }

  /** The hash of the whole stream. */
  static String of(InputStream input) throws IOException {
    DigestOutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest());
    input.transferTo(digested);
    return text(digested);
  }
}
