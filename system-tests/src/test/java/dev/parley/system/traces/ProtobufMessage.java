package dev.parley.system.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The fields of a message in the encoding of protocol buffers, by their numbers: as much of it as
 * spans need. Numbers are {@link Long}, everything that has a length is {@code byte[]}.
 */
record ProtobufMessage(Map<Integer, List<Object>> fields) {

  static ProtobufMessage parse(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, List<Object>> fields = new HashMap<>();
    while (rest.hasRemaining()) {
      int tag = (int) varint(rest);
      fields.computeIfAbsent(tag >>> 3, number -> new ArrayList<>()).add(value(tag & 7, rest));
    }
    return new ProtobufMessage(fields);
  }

  private static Object value(int type, ByteBuffer rest) {
    return switch (type) {
      case 0 -> varint(rest);
      case 1 -> rest.getLong();
      case 2 -> bytes(rest);
      case 5 -> (long) rest.getInt();
      default -> throw new IllegalArgumentException("a field of type " + type);
    };
  }

  private static long varint(ByteBuffer rest) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = rest.get();
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private static byte[] bytes(ByteBuffer rest) {
    byte[] bytes = new byte[(int) varint(rest)];
    rest.get(bytes);
    return bytes;
  }

  boolean has(int number) {
    return fields.containsKey(number);
  }

  List<ProtobufMessage> messages(int number) {
    return fields.getOrDefault(number, List.of()).stream()
        .map(value -> parse((byte[]) value))
        .toList();
  }

  String text(int number) {
    return new String(bytes(number), StandardCharsets.UTF_8);
  }

  String hex(int number) {
    return HexFormat.of().formatHex(bytes(number));
  }

  long number(int number) {
    return has(number) ? (Long) fields.get(number).getLast() : 0;
  }

  private byte[] bytes(int number) {
    return has(number) ? (byte[]) fields.get(number).getLast() : new byte[0];
  }
}
