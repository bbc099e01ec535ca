package dev.parley.system.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * TypeScript's own compiler, out of its jar on the class path: the scripts are files there, the
 * declarations of the language's library are in an archive inside.
 */
final class TypeScriptCompiler {

  private static final String DECLARATIONS = "META-INF/.more.tgz";
  private static final String ARTIFACT = "META-INF/maven/org.mvnpm/typescript/pom.properties";
  private static final List<String> SCRIPTS = List.of("tsc.js", "_tsc.js");

  private final Path folder;

  private TypeScriptCompiler(Path folder) {
    this.folder = folder;
  }

  static TypeScriptCompiler unpackInto(Path folder) {
    try {
      Files.createDirectories(folder);
      unpackDeclarations(folder);
      for (String script : SCRIPTS) {
        try (InputStream content = resource(scriptFolder() + script).openStream()) {
          Files.copy(content, folder.resolve(script), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return new TypeScriptCompiler(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpackDeclarations(Path folder) throws IOException {
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(resource(DECLARATIONS).openStream()))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        Path name = Path.of(entry.getName()).getFileName();
        if (name.toString().matches("lib(\\..+)?\\.d\\.ts")) {
          Files.copy(archive, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static String scriptFolder() throws IOException {
    Properties artifact = new Properties();
    try (InputStream content = resource(ARTIFACT).openStream()) {
      artifact.load(content);
    }
    return "META-INF/resources/_static/typescript/%s/lib/".formatted(artifact.get("version"));
  }

  private static URL resource(String name) throws IOException {
    URL found = TypeScriptCompiler.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new IOException("not on the class path: " + name);
    }
    return found;
  }

  /** Fails with what the compiler said unless all that the project includes is well typed. */
  void check(Path module, String project) {
    BundledNode.run(module, List.of(folder.resolve("tsc.js").toString(), "--project", project));
  }
}
