package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Everything that can go wrong for a client, one row each: the HTTP status, the WebSocket close
 * code (0 where the socket stays open), whether the same request may be sent again, and the
 * sentence that tells what to do. On the wire the name in lower case: {@code "content_too_long"}.
 */
public enum ErrorCode {
  INVALID_FORMAT(400, 0, Retry.NO, "Invalid message format"),
  INVALID_FIELD(400, 0, Retry.NO, "Invalid message format"),
  HOST_INVALID(400, 0, Retry.NO, "One valid Host header is required"),
  VALIDATION_FAILED(422, 0, Retry.NO, "Validation failed"),
  CONTENT_EMPTY(400, 0, Retry.NO, "Message cannot be empty"),
  CONTENT_TOO_LONG(400, 0, Retry.NO, "Message is too long: at most 4,000 characters"),
  CONTENT_NOT_STORABLE(400, 0, Retry.NO, "Message contains characters that cannot be stored"),
  EMOJI_INVALID(400, 0, Retry.NO, "A reaction is exactly one emoji"),
  USERNAME_INVALID(400, 0, Retry.NO, "Username is not allowed"),
  USERNAME_TAKEN(400, 0, Retry.NO, "Username already exists"),
  PASSWORD_INVALID(400, 0, Retry.NO, "Password is not allowed"),
  PASSWORD_WRONG(400, 0, Retry.NO, "Current password is wrong"),
  CREDENTIALS_INVALID(401, 0, Retry.NO, "Invalid username or password"),
  AUTHENTICATION_REQUIRED(401, 0, Retry.NO, "Authentication required"),
  TOKEN_MISSING(401, 0, Retry.NO, "No session token provided"),
  SESSION_INVALID(401, 4001, Retry.NO, "Invalid or expired session"),
  SERVICE_SECRET_REQUIRED(401, 0, Retry.NO, "A valid service secret is required"),
  ORIGIN_NOT_ALLOWED(403, 1008, Retry.NO, "Origin not allowed"),
  FORBIDDEN(403, 0, Retry.NO, "Not allowed"),
  NOT_A_MEMBER(403, 0, Retry.NO, "You are not a member of this room: join it first"),
  NOT_ALLOWED(403, 0, Retry.NO, "Your role in this room does not allow that"),
  BANNED(403, 0, Retry.NO, "You cannot join this room: you were banned from it"),
  NOT_FOUND(404, 0, Retry.NO, "Not Found"),
  USER_NOT_FOUND(404, 0, Retry.NO, "User not found"),
  TARGET_GONE(404, 0, Retry.NO, "This message was deleted or never existed"),
  METHOD_NOT_ALLOWED(405, 0, Retry.NO, "Method Not Allowed"),
  ROOM_ARCHIVED(409, 0, Retry.NO, "This room is archived: nobody can change anything in it"),
  NAME_TAKEN(409, 0, Retry.NO, "Another room has this name or one that looks like it"),
  LAST_OWNER(409, 0, Retry.NO, "A room needs an owner: make somebody else one first"),
  EDIT_WINDOW_OVER(409, 0, Retry.NO, "It is too late to edit this message"),
  LIMIT_REACHED(409, 0, Retry.NO, "A limit was reached"),
  BODY_TOO_LARGE(413, 1009, Retry.NO, "Request body is too large: at most 64 KiB"),
  TOO_MANY_REQUESTS(429, 4009, Retry.LATER, "Too many requests: slow down"),
  TOO_SLOW(503, 4008, Retry.LATER, "Too slow to keep up: reconnect and resume"),
  RESUME_EXPECTED(400, 4010, Retry.LATER, "The first frame must be resume"),
  TOO_MANY_SOCKETS(429, 4011, Retry.NO, "Too many connections of this user"),
  GOING_AWAY(503, 1012, Retry.LATER, "Going away for a restart: reconnect"),
  SAVE_FAILED(503, 0, Retry.LATER, "Failed to save message"),
  UNAVAILABLE(503, 0, Retry.LATER, "Temporarily unavailable: try again"),
  INTERNAL(500, 0, Retry.NO, "Internal server error");

  /** Whether the same request may succeed when it is sent again. */
  public enum Retry {
    NO,
    LATER
  }

  private final int httpStatus;
  private final int closeCode;
  private final Retry retry;
  private final String text;

  ErrorCode(int httpStatus, int closeCode, Retry retry, String text) {
    this.httpStatus = httpStatus;
    this.closeCode = closeCode;
    this.retry = retry;
    this.text = text;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** Empty where the connection stays open. */
  public OptionalInt closeCode() {
    return closeCode == 0 ? OptionalInt.empty() : OptionalInt.of(closeCode);
  }

  public boolean isRetryable() {
    return retry == Retry.LATER;
  }

  /** What a client shows when nothing more exact is known. */
  public String text() {
    return text;
  }
}
