const count = new Intl.NumberFormat("en");

/** Every text of the page. Another language is another object of this type. */
export const en = {
  product: "Parley",
  slogan: "Team chat on your own server.",

  /** By the error codes of docs/protocol.md; of any other, the server's own sentence is shown. */
  problems: {
    invalid_format: "The server did not understand that. Load the page again.",
    invalid_field: "The server did not understand that. Load the page again.",
    host_invalid: "The server did not understand that. Load the page again.",
    validation_failed: "The server did not understand that. Load the page again.",
    content_empty: "The message is empty.",
    content_too_long: "The message is too long: at most 4,000 characters.",
    content_not_storable: "The message has characters that cannot be stored.",
    username_invalid: "A username has 3 to 32 letters and digits of one script, or . _ -",
    username_taken: "This username is taken.",
    password_invalid: "Choose another password: this one is too short, too long or too easy to guess.",
    password_wrong: "The current password is wrong.",
    credentials_invalid: "The username or the password is wrong.",
    authentication_required: "You are not logged in.",
    token_missing: "You are not logged in.",
    session_invalid: "Your session has ended. Log in to go on.",
    origin_not_allowed: "This address is not allowed to connect. Ask whoever runs this server.",
    forbidden: "You may not do that.",
    not_found: "That does not exist, or no longer.",
    user_not_found: "There is nobody of that name.",
    method_not_allowed: "The server did not understand that. Load the page again.",
    body_too_large: "That is too large to be sent.",
    too_many_requests: "Too many requests. Wait a moment, then try again.",
    too_slow: "The connection is too slow to keep up.",
    too_many_sockets: "Parley is open in too many windows.",
    going_away: "The server restarts. Try again in a moment.",
    save_failed: "The message could not be stored. Try again in a moment.",
    unavailable: "That does not work at the moment. Try again soon.",
    internal: "Something went wrong on the server.",
  },

  signIn: {
    logIn: "Log in",
    register: "Create account",
    username: "Username",
    password: "Password",
    usernameHint: "3 to 32 letters, digits or . _ -",
    passwordHint: "At least 6 characters",
    toRegister: "New here?",
    toLogIn: "Already have an account?",
    usernameMissing: "Enter your username.",
    usernameTooShort: "A username has at least 3 characters.",
    usernameTooLong: (characters: number) => `A username has at most 32 characters. This one has ${count.format(characters)}.`,
    passwordMissing: "Enter your password.",
    passwordTooShort: "A password has at least 6 characters.",
    passwordTooLong: (characters: number) => `A password has at most 128 characters. This one has ${count.format(characters)}.`,
    unreachable: "The server cannot be reached. Try again in a moment.",
    sessionEnded: "Your session has ended. Log in to go on.",
  },

  sidebar: {
    label: "Conversations and people",
    conversations: "Conversations",
    people: "People",
    find: "Find a conversation",
    nobodyElse: "Nobody else is here yet.",
    morePeople: "More people: find them by name",
    settings: "Settings",
    online: "online",
    unread: (messages: number): string =>
      messages === 1 ? "1 unread message" : `${count.format(messages)} unread messages`,
    badge: (messages: number) => (messages > 99 ? "99+" : String(messages)),
    logOut: "Log out",
    open: "Open menu",
    openUnread: (messages: number) => `Open menu, ${en.sidebar.unread(messages)}`,
    close: "Close menu",
    discardUnsent: (messages: number) =>
      messages === 1
        ? "One message has not been sent yet. Log out and discard it?"
        : `${count.format(messages)} messages have not been sent yet. Log out and discard them?`,
  },

  finder: {
    label: "Find people and conversations",
    hint: "Person or conversation",
    nothing: "Nothing by that name.",
    found: (places: number) => (places === 1 ? "1 found" : `${count.format(places)} found`),
    close: "Close",
  },

  settings: {
    title: "Settings",
    back: "Back to the conversation",
    appearance: "Appearance",
    theme: "Theme",
    system: "Like the system",
    light: "Light",
    dark: "Dark",
    language: "Language",
    browserLanguage: "Like the browser",
    alerts: "New messages",
    sound: "Play a sound",
    notifications: "Show notifications",
    notificationsBlocked: "The browser does not allow notifications from this address.",
    alertsHint: "Only for messages that you do not see arrive.",
    account: "Account",
    loggedInAs: (username: string) => `Logged in as ${username}`,
  },

  password: {
    title: "Change password",
    current: "Current password",
    fresh: "New password",
    save: "Change password",
    changed: "Your password is changed. All other devices are logged out.",
  },

  devices: {
    title: "Devices",
    about: "Where you are logged in. Whatever you do not know, log out.",
    failed: "The devices could not be loaded.",
    current: "This device",
    unknown: "Unknown program",
    onSystem: (browser: string, system: string) => `${browser} on ${system}`,
    since: (date: string) => `Logged in ${date}`,
    lastSeen: (date: string) => `Last seen ${date}`,
    end: "Log out",
    endNamed: (device: string) => `Log out ${device}`,
    endOthers: "Log out all other devices",
    ended: "Logged out.",
    endedOthers: (devices: number) => (devices === 1 ? "1 device logged out." : `${count.format(devices)} devices logged out.`),
  },

  alert: {
    inGlobal: (sender: string) => `${sender} in Global`,
  },

  conversation: {
    global: "Global",
    globalAbout: "Everybody on this server",
    oneself: (username: string) => `${username} (you)`,
    oneselfAbout: "Notes that only you see",
    unknown: "Unknown person",
    online: "Online",
    offline: "Offline",
    log: (title: string) => `Messages in ${title}`,
    shortcuts: "Shortcuts",
    skip: "Skip to the message field",
    main: "Conversation",
  },

  messages: {
    loading: "Loading messages …",
    failed: "The messages could not be loaded.",
    tryAgain: "Try again",
    beginningOfGlobal: "This is where the conversation of everybody begins.",
    beginningOfNotes: "This is the beginning of your notes to yourself.",
    beginningWith: (username: string) => `This is the beginning of your conversation with ${username}.`,
    empty: "No messages yet. Say hello!",
    unread: "New messages",
    toLatest: "Jump to latest",
    toLatestUnread: "New messages: jump to latest",
    pending: "Sending …",
    notSent: (reason: string) => `Not sent: ${reason}`,
    retry: "Retry",
    discard: "Discard",
    from: (username: string) => `Messages from ${username}`,
    today: "Today",
    yesterday: "Yesterday",
  },

  composer: {
    label: (title: string) => `Message to ${title}`,
    send: "Send",
    left: (characters: number) => `${count.format(characters)} characters left`,
    tooMany: (characters: number) =>
      characters === 1 ? "1 character too many" : `${count.format(characters)} characters too many`,
  },

  typing: (names: readonly string[]): string => {
    const [first, second] = names;
    if (names.length > 2) {
      return "Several people are typing …";
    }
    return second === undefined ? `${first ?? ""} is typing …` : `${first} and ${second} are typing …`;
  },

  connection: {
    connecting: "Connecting …",
    anotherUser: "Somebody else has logged in with this browser.",
    waiting: (seconds: number, messages: number) =>
      `Offline, retrying in ${seconds} s${messages === 0 ? "" : `, ${en.connection.kept(messages)}`}`,
    kept: (messages: number): string =>
      messages === 1 ? "1 message waiting" : `${count.format(messages)} messages waiting`,
    retryNow: "Retry now",
    tooManySockets: "Parley is open in too many windows. Close one, then reconnect.",
    originNotAllowed: "This address is not allowed to connect. Ask whoever runs this server.",
    reconnect: "Reconnect",
  },

  title: (unread: number, place: string): string => `${unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `}${place} · Parley`,
};

export type Texts = typeof en;
