package dev.parley.system.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A setting of Parley's own, as the code has it.
 *
 * @param name {@code parley.connection.max-per-user}
 * @param defaultValue as the code writes it, empty where it has none
 */
record Setting(String name, Optional<String> defaultValue) {

  private static final String PREFIX = "parley.";
  private static final String PACKAGE = "dev.parley";
  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String WITH_NAME = "io.smallrye.config.WithName";
  private static final String WITH_PARENT_NAME = "io.smallrye.config.WithParentName";
  private static final String WITH_DEFAULT = "io.smallrye.config.WithDefault";
  private static final List<String> MODULES =
      List.of(
          "http-conventions",
          "session-auth",
          "schema-migrations",
          "auth-service",
          "history-service",
          "chat-gateway");

  /** What an annotation takes from the configuration: {@code ${parley.some.name:10m}}. */
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(parley[\\w.-]+):?([^}]*)}");

  /** Of all services: a mapping that two of them have, twice. */
  static List<Setting> all() {
    return Stream.concat(mapped(), inExpressions()).toList();
  }

  private static Stream<Setting> mapped() {
    Path[] classes =
        MODULES.stream().map(it -> Path.of("..", it, "target", "classes")).toArray(Path[]::new);
    return new ClassFileImporter()
        .importPaths(classes).stream()
            .flatMap(it -> value(it, MAPPING, "prefix").stream().flatMap(at -> of(it, at)))
            .filter(setting -> setting.name().startsWith(PREFIX));
  }

  private static Stream<Setting> of(JavaClass mapping, String prefix) {
    return mapping.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
        .flatMap(method -> of(method, nameBelow(prefix, method)));
  }

  /** Several, where the method returns a mapping of its own. */
  private static Stream<Setting> of(JavaMethod method, String name) {
    JavaClass type = method.getRawReturnType();
    return type.isInterface() && type.getPackageName().startsWith(PACKAGE)
        ? of(type, name)
        : Stream.of(new Setting(name, value(method, WITH_DEFAULT, "value")));
  }

  private static String nameBelow(String prefix, JavaMethod method) {
    return method.isAnnotatedWith(WITH_PARENT_NAME) ? prefix : prefix + "." + name(method);
  }

  private static String name(JavaMethod method) {
    return value(method, WITH_NAME, "value").orElseGet(() -> kebabCase(method.getName()));
  }

  private static String kebabCase(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Optional<String> value(HasAnnotations<?> annotated, String type, String property) {
    return annotated.isAnnotatedWith(type)
        ? annotated.getAnnotationOfType(type).get(property).map(Object::toString)
        : Optional.empty();
  }

  private static Stream<Setting> inExpressions() {
    return MODULES.stream()
        .flatMap(module -> javaFiles(Path.of("..", module, "src", "main", "java")))
        .flatMap(source -> EXPRESSION.matcher(read(source)).results())
        .map(found -> new Setting(found.group(1), Optional.of(found.group(2))));
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code PARLEY_CONNECTION_MAX_PER_USER}. */
  String variable() {
    return name.replaceAll("[^\\w]", "_").toUpperCase(Locale.ROOT);
  }
}
