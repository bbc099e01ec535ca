package dev.parley.history.append;

import org.jboss.logging.Logger;

/** Logs the beginning and the end of a time in which appends fail, and not each of them. */
final class Outage {

  private static final Logger LOG = Logger.getLogger(Outage.class);

  private int failedRequests;

  void add(int requests, Exception failure) {
    if (failedRequests == 0) {
      LOG.warnf("Appends fail, and are answered with 503: %s", failure);
    }
    failedRequests += requests;
  }

  void end() {
    if (failedRequests > 0) {
      LOG.infof("Appends succeed again; %d requests had failed", failedRequests);
      failedRequests = 0;
    }
  }
}
