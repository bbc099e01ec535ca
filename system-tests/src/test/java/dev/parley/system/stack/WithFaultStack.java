package dev.parley.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that ends or pauses processes: its constructor gets a {@link RunningStack} with two of
 * every service and short leases, which only such tests share, one at a time. Whatever a test has
 * broken is whole again before the next one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FaultStackResolver.class)
public @interface WithFaultStack {}
