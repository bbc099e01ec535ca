package dev.parley.history.reset;

import dev.parley.history.append.GroupCommit;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Deletes all conversations if debugging is switched on. Otherwise this path does not exist. */
@Path("/internal/reset")
class ResetResource {

  @Inject DebugConfig debug;
  @Inject EverythingStored conversations;
  @Inject GroupCommit commits;

  @POST
  public void reset() {
    if (!debug.enabled()) {
      throw new ParleyException(ErrorCode.NOT_FOUND);
    }
    conversations.delete();
    commits.forgetRows();
  }
}
