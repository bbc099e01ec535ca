package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.append.Receipt;
import java.io.Serial;

/** Ends the decision of one command before it has changed anything. */
final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String detail;

  Refusal(ErrorCode code) {
    this(code, null);
  }

  /**
   * @param detail the sentence for the client; null for the code's own
   */
  Refusal(ErrorCode code, String detail) {
    super(code.code(), null, false, false);
    this.code = code;
    this.detail = detail;
  }

  static Refusal limit(String detail) {
    return new Refusal(ErrorCode.LIMIT_REACHED, detail);
  }

  Receipt.Refused receipt() {
    return new Receipt.Refused(code, detail);
  }
}
