import { isolated } from "./isolation.ts";

const count = new Intl.NumberFormat("en");

/** Every text of the page. Another language is another object of this type. */
export const en = {
  product: "Parley",
  slogan: "Team chat on your own server.",

  /** By the error codes of docs/protocol.md; of any other, the server's own sentence is shown. */
  problems: {
    invalid_format: "Something went wrong. Reload the page and try again.",
    invalid_field: "Something went wrong. Reload the page and try again.",
    host_invalid: "Something went wrong. Reload the page and try again.",
    validation_failed: "Something went wrong. Reload the page and try again.",
    content_empty: "The message is empty.",
    content_too_long: "The message is too long. The limit is 4,000 characters.",
    content_not_storable: "The message contains characters that can’t be saved.",
    username_invalid: "Use 3 to 32 letters or digits from one alphabet. You can also use . _ -",
    username_taken: "This username is taken.",
    password_invalid: "Choose another password. This one is too short, too long or too easy to guess.",
    password_wrong: "That isn’t your current password.",
    credentials_invalid: "Wrong username or password.",
    authentication_required: "You aren’t logged in.",
    token_missing: "You aren’t logged in.",
    session_invalid: "Your session has ended. Please log in again.",
    origin_not_allowed: "This server doesn’t accept connections from this address. Ask the person who runs it.",
    forbidden: "You don’t have permission to do that.",
    not_found: "This doesn’t exist, or it has been removed.",
    user_not_found: "Nobody has that name.",
    method_not_allowed: "Something went wrong. Reload the page and try again.",
    body_too_large: "This is too large to send.",
    too_many_requests: "That was too fast. Wait a moment, then try again.",
    too_slow: "Your connection is too slow to keep up.",
    resume_expected: "The page and the server disagree. Reload the page.",
    too_many_sockets: "Parley is open in too many windows.",
    going_away: "The server is restarting. Try again in a moment.",
    save_failed: "The message couldn’t be saved. Try again in a moment.",
    unavailable: "This isn’t available right now. Try again in a moment.",
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
    usernameTooShort: "Use at least 3 characters.",
    usernameTooLong: (characters: number) => `Use at most 32 characters. This username has ${count.format(characters)}.`,
    passwordMissing: "Enter your password.",
    passwordTooShort: "Use at least 6 characters.",
    passwordTooLong: (characters: number) => `A password can have at most 128 characters. This one has ${count.format(characters)}.`,
    unreachable: "Can’t reach the server. Try again in a moment.",
    sessionEnded: "Your session has ended. Please log in again.",
    cookiesBlocked: "This browser blocks cookies for this address. Parley needs one to keep you logged in. Allow cookies, then try again.",
  },

  sidebar: {
    label: "Conversations and people",
    conversations: "Conversations",
    people: "People",
    find: "Find a conversation",
    loading: "Loading people …",
    nobodyElse: "You’re the first one here. Others can create an account at this address.",
    morePeople: "Find more people by name",
    settings: "Settings",
    online: "online",
    unread: (messages: number): string =>
      messages === 1 ? "1 unread message" : `${count.format(messages)} unread messages`,
    badge: (messages: number) => (messages > 99 ? "99+" : String(messages)),
    failed: (messages: number): string =>
      messages === 1 ? "1 message not sent" : `${count.format(messages)} messages not sent`,
    logOut: "Log out",
    open: "Open menu",
    openUnread: (messages: number) => `Open menu, ${en.sidebar.unread(messages)}`,
    close: "Close menu",
    peopleFailed: "People couldn’t be loaded.",
  },

  leave: {
    title: "Log out",
    sending: "Sending what you wrote …",
    unsent: (messages: number) =>
      messages === 1
        ? "One message hasn’t been sent yet. If you log out now, it is lost."
        : `${count.format(messages)} messages haven’t been sent yet. If you log out now, they are lost.`,
    stay: "Stay logged in",
    discard: "Discard and log out",
    close: "Close",
  },

  finder: {
    label: "Find people and conversations",
    hint: "Name of a person or conversation",
    nothing: "No matches.",
    found: (places: number) => (places === 1 ? "1 found" : `${count.format(places)} found`),
    close: "Close",
  },

  settings: {
    title: "Settings",
    back: "Back to the conversation",
    appearance: "Appearance",
    theme: "Theme",
    system: "Same as system",
    light: "Light",
    dark: "Dark",
    language: "Language",
    browserLanguage: "Same as browser",
    alerts: "New messages",
    sound: "Play a sound",
    notifications: "Show notifications",
    notificationsBlocked: "Your browser blocks notifications from this address. You can allow them in its settings.",
    alertsHint: "For messages that arrive while you aren’t looking.",
    shortcuts: "Keyboard shortcuts",
    account: "Account",
    loggedInAs: (username: string) => `Logged in as ${isolated(username)}`,
  },

  password: {
    title: "Change password",
    current: "Current password",
    fresh: "New password",
    save: "Change password",
    changed: "Password changed. All your other devices have been logged out.",
  },

  devices: {
    title: "Devices",
    about: "You are logged in here. If you don’t recognize a device, log it out.",
    failed: "Couldn’t load your devices.",
    current: "This device",
    unknown: "Unknown app",
    onSystem: (browser: string, system: string) => `${browser} on ${system}`,
    since: (date: string) => `Logged in ${date}`,
    lastSeen: (date: string) => `Last seen ${date}`,
    end: "Log out",
    endNamed: (device: string) => `Log out ${device}`,
    endOthers: "Log out all other devices",
    ended: "Device logged out.",
    endedOthers: (devices: number) => (devices === 1 ? "1 device logged out." : `${count.format(devices)} devices logged out.`),
  },

  offer: {
    question: "Get notified about new messages?",
    yes: "Turn on",
    no: "Not now",
  },

  alert: {
    inGlobal: (sender: string) => `${isolated(sender)} in Global`,
  },

  conversation: {
    global: "Global",
    globalAbout: "Everyone on this server",
    oneself: (username: string) => `${isolated(username)} (you)`,
    oneselfAbout: "Notes only you can see",
    loading: "Loading …",
    nobody: "Nobody here",
    nobodyAbout: "This link doesn’t lead to anyone on this server.",
    toGlobal: "Go to Global",
    online: "Online",
    offline: "Offline",
    log: (title: string) => `Messages in ${isolated(title)}`,
    shortcuts: "Skip links",
    skip: "Skip to the message field",
    main: "Conversation",
  },

  messages: {
    loading: "Loading messages …",
    failed: "Couldn’t load the messages.",
    tryAgain: "Try again",
    beginningOfGlobal: "This is the start of Global. Everyone on this server can read and write here.",
    beginningOfNotes: "This is the start of your notes. Only you can see them.",
    beginningWith: (username: string) => `This is the start of your conversation with ${isolated(username)}.`,
    empty: "No messages yet. Say hello!",
    unread: "New messages",
    toLatest: "Jump to latest",
    toLatestUnread: "New messages: jump to latest",
    /** `since` is the time of the first of them, where it is known. */
    missed: (messages: number, since: string | null): string =>
      `${messages === 1 ? "1 new message" : `${count.format(messages)} new messages`}${since === null ? "" : ` since ${since}`}`,
    markRead: "Mark as read",
    /** Above what somebody wrote, in a text that is copied. */
    copied: (sender: string, time: string): string => `${isolated(sender)}, ${time}`,
    pending: "Sending …",
    waiting: "Waiting for the connection",
    notSent: (reason: string) => `Not sent: ${reason}`,
    retry: "Retry",
    edit: "Edit",
    discard: "Discard",
    from: (username: string) => `Messages from ${isolated(username)}`,
    today: "Today",
    yesterday: "Yesterday",
  },

  composer: {
    label: (title: string) => `Message to ${isolated(title)}`,
    send: "Send",
    left: (characters: number) => `${count.format(characters)} characters left`,
    tooMany: (characters: number) =>
      characters === 1 ? "1 character too many" : `${count.format(characters)} characters too many`,
  },

  typing: (names: readonly string[]): string => {
    const [first = "", second] = names.map(isolated);
    if (names.length > 2) {
      return "Several people are typing …";
    }
    return second === undefined ? `${first} is typing …` : `${first} and ${second} are typing …`;
  },

  shortcuts: {
    title: "Keyboard shortcuts",
    close: "Close",
    all: [
      ["Find a person or conversation", ["Ctrl", "K"]],
      ["Next conversation", ["Alt", "↓"]],
      ["Previous conversation", ["Alt", "↑"]],
      ["Send the message", ["Enter"]],
      ["Start a new line", ["Shift", "Enter"]],
      ["Close what is open", ["Esc"]],
      ["Show these shortcuts", ["Ctrl", "/"]],
    ] as readonly (readonly [what: string, keys: readonly string[]])[],
  },

  connection: {
    connecting: "Connecting …",
    anotherUser: "Someone else has logged in with this browser.",
    waiting: (seconds: number, messages: number) =>
      `Offline, retrying in ${seconds} s${messages === 0 ? "" : `, ${en.connection.kept(messages)}`}`,
    kept: (messages: number): string =>
      messages === 1 ? "1 message waiting" : `${count.format(messages)} messages waiting`,
    retryNow: "Retry now",
    tooManySockets: "Parley is open in too many windows. Close one, then reconnect.",
    originNotAllowed: "This server doesn’t accept connections from this address. Ask the person who runs it.",
    reconnect: "Reconnect",
    keepsNothing: "This browser keeps nothing for Parley. Drafts and messages that are not sent yet are lost when you close this window.",
    understood: "OK",
  },

  title: (unread: number, place: string): string => `${unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `}${isolated(place)} · Parley`,
};

export type Texts = typeof en;
