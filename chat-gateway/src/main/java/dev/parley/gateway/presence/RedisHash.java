package dev.parley.gateway.presence;

import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.Map;

/** Reads an answer to {@code HGETALL}. */
final class RedisHash {

  private RedisHash() {}

  /** Empty where there is no such hash. */
  static Map<String, String> fields(Response answer) {
    Map<String, String> fields = new HashMap<>();
    answer.getKeys().forEach(field -> fields.put(field, answer.get(field).toString()));
    return fields;
  }
}
