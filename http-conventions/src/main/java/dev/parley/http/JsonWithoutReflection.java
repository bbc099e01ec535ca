package dev.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.ImageMode;
import jakarta.inject.Singleton;

/**
 * A JVM compiles calls to the properties of what is read and written as JSON. A native executable
 * cannot make code while it runs, and goes on with reflection.
 */
@Singleton
class JsonWithoutReflection implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    if (ImageMode.current() == ImageMode.JVM) {
      mapper.registerModule(new BlackbirdModule());
    }
  }
}
