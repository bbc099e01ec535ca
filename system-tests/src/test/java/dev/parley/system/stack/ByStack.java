package dev.parley.system.stack;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Puts the tests of one stack one after the other, so that each stack starts once. */
public final class ByStack implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparingInt(ByStack::rank));
  }

  private static int rank(ClassDescriptor test) {
    if (test.isAnnotated(WithStack.class)) {
      return 3;
    }
    if (test.isAnnotated(WithFaultStack.class)) {
      return 2;
    }
    return test.isAnnotated(WithObservedStack.class) ? 1 : 0;
  }
}
