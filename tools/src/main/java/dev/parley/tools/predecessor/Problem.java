package dev.parley.tools.predecessor;

/** Everything that may be wrong with a row of the predecessor's file, and what the import does. */
enum Problem {
  USER_WITHOUT_ID(
      "Users whose id is missing or no whole number", "Give them an id in the file.", true),
  USER_ID_TWICE(
      "Users with the id of another user", "Give one of them another id in the file.", true),
  NAME_MISSING("Users without a name", "Name them: --rename \"#ID=NEW\".", true),
  NAME_NOT_ALLOWED(
      "Users with a name that Parley does not allow", "Rename them: --rename OLD=NEW.", true),
  NAME_TWICE(
      "Users with the name of another user in the file, or one that looks like it",
      "Rename one of them: --rename OLD=NEW.",
      true),
  NAME_TAKEN(
      "Users whose name belongs to an account here, or looks like one that does",
      "Rename them: --rename OLD=NEW. If the file was imported before, there is nothing left to"
          + " do.",
      true),
  RENAME_OF_NOBODY(
      "Renames of users who are not in the file", "Correct the old name, or its case.", true),
  CONTENT_IS_NO_TEXT("Messages whose content is binary data", "Parley stores text alone.", true),
  CONTENT_TOO_LARGE("Messages of more than 4 MiB", "Shorten them in the file.", true),

  PASSWORD_UNUSABLE(
      "Users whose password hash Parley cannot use",
      "Nobody can log in as them until ./parley password NAME has given them a new password.",
      false),
  REGISTRATION_TIME_GUESSED(
      "Users without a usable time of registration", "They get that of the user before.", false),
  UNADDRESSED_LEFT_OUT(
      "Private messages without a recipient",
      "They are left out. --keep-unaddressed puts them into the sender's notes to self.",
      false),
  UNADDRESSED_KEPT(
      "Private messages without a recipient", "They go into the sender's notes to self.", false),
  FLAG_CONTRADICTED(
      "Messages that are marked as for everybody, yet name a recipient",
      "They stay private.",
      false),
  FLAG_ODD("Messages whose is_global is neither 0 nor 1", "They stay private.", false),
  SENDER_GONE(
      "Messages of people who are not in the file", "They go to a placeholder account.", false),
  RECIPIENT_GONE(
      "Private messages to people who are not in the file",
      "Their senders keep them, with a placeholder account as the recipient.",
      false),
  BOTH_GONE(
      "Private messages between people who are not in the file",
      "They are left out, since nobody could read them.",
      false),
  CONTENT_EMPTY("Empty messages", "They are left out.", false),
  CONTENT_FROM_BYTES(
      "Messages whose content is binary data, but reads as UTF-8", "They become text.", false),
  CONTENT_REPAIRED(
      "Messages with characters that cannot be stored",
      "Each of these characters becomes U+FFFD.",
      false),
  CONTENT_SPLIT("Messages of more than 4,000 characters", "Each becomes several messages.", false),
  TIME_MISSING(
      "Messages without a time", "They get the latest time of the messages before.", false),
  TIME_UNREADABLE(
      "Messages whose time is not readable",
      "They get the latest time of the messages before.",
      false),
  TIME_IMPOSSIBLE(
      "Messages of before 1990 or of the future",
      "They get the latest time of the messages before.",
      false),
  TIME_OF_ANOTHER_FORM(
      "Messages whose time is written in another form", "It is read as shown, in UTC.", false);

  private final String rows;
  private final String advice;
  private final boolean stops;

  Problem(String rows, String advice, boolean stops) {
    this.rows = rows;
    this.advice = advice;
    this.stops = stops;
  }

  /** The rows that have it. */
  String rows() {
    return rows;
  }

  /** What to do about them or, if it does not stop the import, what the import does. */
  String advice() {
    return advice;
  }

  /** Whether nothing is imported unless such rows are left out. */
  boolean stops() {
    return stops;
  }
}
