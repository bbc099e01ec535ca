package dev.parley.gateway.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the page, compressed. */
record CompressedFile(String contentType, Buffer gzip) {

  /** Empty where the class path has no such file. */
  static Optional<CompressedFile> read(String resource) {
    ClassLoader classPath = Thread.currentThread().getContextClassLoader();
    try (InputStream content = classPath.getResourceAsStream(resource)) {
      return content == null
          ? Optional.empty()
          : Optional.of(new CompressedFile(typeOf(resource), Buffer.buffer(compress(content))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typeOf(String resource) {
    return resource.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
  }

  private static byte[] compress(InputStream content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new BestGzip(compressed)) {
      content.transferTo(gzip);
    }
    return compressed.toByteArray();
  }

  /** Slow, which counts only once. */
  private static final class BestGzip extends GZIPOutputStream {

    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
