package dev.parley.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServerFrameTest {

  private final Set<String> seen = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();

  /** One that is missing fails in native executables alone, when it is first written. */
  @Test
  void whateverIsInAFrameIsKnownToNativeExecutables() {
    for (Class<?> frame : ServerFrame.class.getPermittedSubclasses()) {
      visit(frame);
    }

    assertTrue(seen.contains(WrittenNames.class.getName()), seen.toString());
    assertEquals(Set.of(), unknown);
  }

  /** What is of another module is declared there. */
  private void visit(Class<?> type) {
    if (!type.getName().startsWith("dev.parley.gateway.") || !seen.add(type.getName())) {
      return;
    }
    if (!isKnown(type)) {
      unknown.add(type.getName());
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        visit(component.getGenericType());
      }
    }
  }

  private void visit(Type type) {
    switch (type) {
      case Class<?> plain -> visit(plain);
      case ParameterizedType generic -> {
        for (Type argument : generic.getActualTypeArguments()) {
          visit(argument);
        }
      }
      default -> throw new AssertionError(type);
    }
  }

  private static boolean isKnown(Class<?> type) {
    if (type.isAnnotationPresent(RegisterForReflection.class)) {
      return true;
    }
    RegisterForReflection outer =
        type.getDeclaringClass() == null
            ? null
            : type.getDeclaringClass().getAnnotation(RegisterForReflection.class);
    return outer != null && !outer.ignoreNested();
  }
}
