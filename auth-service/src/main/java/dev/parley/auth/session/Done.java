package dev.parley.auth.session;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** {@code {"message":"Logged out successfully"}}: it is done, and there is nothing more to say. */
@RegisterForReflection
record Done(String message) {}
