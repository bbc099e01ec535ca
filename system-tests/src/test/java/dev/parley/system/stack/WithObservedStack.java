package dev.parley.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what the services tell about themselves: its constructor gets a {@link RunningStack}
 * that logs as in production, as JSON, but at the lowest level, and whose messages are traced.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ObservedStackResolver.class)
public @interface WithObservedStack {}
