package dev.parley.gateway.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G10: the time is a number here, so nothing waits. */
class DeparturesTest {

  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final List<String> happened = new ArrayList<>();

  @Test
  void theyLeaveOneAfterTheOther() {
    Departures departures = departures(idle("a"), idle("b"), idle("c"));
    assertTrue(departures.proceed(Duration.ZERO));
    assertEquals(List.of("a called", "a leaves"), happened);
    assertTrue(departures.proceed(Duration.ofMillis(999)));
    assertEquals(2, happened.size());
    assertTrue(departures.proceed(Duration.ofSeconds(1)));
    assertFalse(departures.proceed(Duration.ofSeconds(2)));
    assertEquals(
        List.of("a called", "a leaves", "b called", "b leaves", "c called", "c leaves"), happened);
  }

  @Test
  void whoIsBusyIsCalledInTurnAndLeavesWhenItIsDone() {
    Person busy = new Person("busy", true);
    Departures departures = departures(busy, idle("idle"));
    departures.proceed(Duration.ZERO);
    assertTrue(departures.proceed(Duration.ofMillis(1_500)));
    assertEquals(List.of("busy called", "idle called", "idle leaves"), happened);
    busy.busy = false;
    assertFalse(departures.proceed(Duration.ofMillis(1_510)));
    assertEquals("busy leaves", happened.getLast());
  }

  @Test
  void whenTheTimeIsOverEverybodyLeaves() {
    Departures departures = departures(new Person("busy", true), idle("late"));
    assertFalse(departures.proceed(WITHIN));
    assertEquals(List.of("busy called", "late called", "busy leaves", "late leaves"), happened);
    assertFalse(departures.proceed(WITHIN));
    assertEquals(4, happened.size());
  }

  private Person idle(String name) {
    return new Person(name, false);
  }

  private static Departures departures(Person... all) {
    return new Departures(Stream.of(all).toList(), WITHIN);
  }

  private final class Person implements Departures.Traveller {

    private final String name;
    private boolean busy;

    Person(String name, boolean busy) {
      this.name = name;
      this.busy = busy;
    }

    @Override
    public void called() {
      happened.add(name + " called");
    }

    @Override
    public boolean isBusy() {
      return busy;
    }

    @Override
    public void leaves() {
      happened.add(name + " leaves");
    }
  }
}
