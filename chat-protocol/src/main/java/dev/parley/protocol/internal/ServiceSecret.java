package dev.parley.protocol.internal;

/** The secret that the services share. */
public final class ServiceSecret {

  public static final String HEADER = "Parley-Service-Secret";

  private ServiceSecret() {}
}
