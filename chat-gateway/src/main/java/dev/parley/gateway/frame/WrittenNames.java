package dev.parley.gateway.frame;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A list of user names that is JSON already: written once, for many frames.
 *
 * @param json an array of texts
 */
@RegisterForReflection
public record WrittenNames(@JsonValue @JsonRawValue String json) {}
