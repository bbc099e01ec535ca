package dev.parley.stack.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the parts know of each other, made at the first start: {@code
 * {"postgres_password":"…","redis_password":"…","service_secret":"…"}}.
 */
public record Secrets(
    @JsonProperty("postgres_password") String postgresPassword,
    @JsonProperty("redis_password") String redisPassword,
    @JsonProperty("service_secret") String serviceSecret) {

  static Secrets random() {
    return new Secrets(Secret.random(), Secret.random(), Secret.random());
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
