package dev.parley.bench.row;

import java.util.List;
import java.util.Locale;

/** A part of the benchmark that can run by itself. */
public enum Row {
  FAN_OUT,
  SATURATION,
  LATENCY,
  DIRECT,
  APPEND,
  CONNECT,
  JOIN_STORM,
  SLOW_READER,
  GATEWAYS,
  ROOMS,
  MANY_ROOMS,
  NEW_CONVERSATIONS,
  FIRST_MINUTE,
  IDLE;

  /** The name on the command line: {@code "fan-out"}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public void measure(Bench bench) {
    bench.run(toString(), procedure());
  }

  private Procedure procedure() {
    return switch (this) {
      case FAN_OUT -> new FanOut();
      case SATURATION -> new Saturation();
      case LATENCY -> new Latency();
      case DIRECT -> new Direct();
      case APPEND -> new Append();
      case CONNECT -> new Connect();
      case JOIN_STORM -> new JoinStorm();
      case SLOW_READER -> new SlowReader();
      case GATEWAYS -> new Gateways();
      case ROOMS -> new Rooms();
      case MANY_ROOMS -> new ManyRooms();
      case NEW_CONVERSATIONS -> new NewConversations();
      case FIRST_MINUTE -> new FirstMinute();
      case IDLE -> new Idle();
    };
  }

  public static List<Row> all() {
    return List.of(values());
  }
}
