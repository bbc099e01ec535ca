import type { Texts } from "./en.ts";

const count = new Intl.NumberFormat("de");

const unreadMessages = (messages: number) =>
  messages === 1 ? "1 ungelesene Nachricht" : `${count.format(messages)} ungelesene Nachrichten`;

const keptMessages = (messages: number) =>
  messages === 1 ? "1 Nachricht wartet" : `${count.format(messages)} Nachrichten warten`;

/** The German texts. */
export const de: Texts = {
  product: "Parley",
  slogan: "Team-Chat auf dem eigenen Server.",

  problems: {
    invalid_format: "Der Server hat das nicht verstanden. Laden Sie die Seite neu.",
    invalid_field: "Der Server hat das nicht verstanden. Laden Sie die Seite neu.",
    host_invalid: "Der Server hat das nicht verstanden. Laden Sie die Seite neu.",
    validation_failed: "Der Server hat das nicht verstanden. Laden Sie die Seite neu.",
    content_empty: "Die Nachricht ist leer.",
    content_too_long: "Die Nachricht ist zu lang: höchstens 4.000 Zeichen.",
    content_not_storable: "Die Nachricht enthält Zeichen, die nicht gespeichert werden können.",
    username_invalid: "Ein Benutzername hat 3 bis 32 Buchstaben und Ziffern einer Schrift, oder . _ -",
    username_taken: "Dieser Benutzername ist vergeben.",
    password_invalid: "Wählen Sie ein anderes Passwort: Dieses ist zu kurz, zu lang oder zu leicht zu erraten.",
    password_wrong: "Das bisherige Passwort ist falsch.",
    credentials_invalid: "Benutzername oder Passwort ist falsch.",
    authentication_required: "Sie sind nicht angemeldet.",
    token_missing: "Sie sind nicht angemeldet.",
    session_invalid: "Ihre Sitzung ist beendet. Melden Sie sich wieder an.",
    origin_not_allowed: "Von dieser Adresse aus ist keine Verbindung erlaubt. Fragen Sie, wer den Server betreibt.",
    forbidden: "Das dürfen Sie nicht.",
    not_found: "Das gibt es nicht, oder nicht mehr.",
    user_not_found: "Niemand hat diesen Namen.",
    method_not_allowed: "Der Server hat das nicht verstanden. Laden Sie die Seite neu.",
    body_too_large: "Das ist zu groß zum Senden.",
    too_many_requests: "Zu viele Anfragen. Warten Sie einen Augenblick, und versuchen Sie es noch einmal.",
    too_slow: "Die Verbindung ist zu langsam, um mitzukommen.",
    too_many_sockets: "Parley ist in zu vielen Fenstern offen.",
    going_away: "Der Server startet neu. Versuchen Sie es gleich noch einmal.",
    save_failed: "Die Nachricht konnte nicht gespeichert werden. Versuchen Sie es gleich noch einmal.",
    unavailable: "Das geht gerade nicht. Versuchen Sie es gleich noch einmal.",
    internal: "Auf dem Server ist etwas schiefgegangen.",
  },

  signIn: {
    logIn: "Anmelden",
    register: "Konto anlegen",
    username: "Benutzername",
    password: "Passwort",
    usernameHint: "3 bis 32 Buchstaben, Ziffern oder . _ -",
    passwordHint: "Mindestens 6 Zeichen",
    toRegister: "Neu hier?",
    toLogIn: "Schon ein Konto?",
    usernameMissing: "Geben Sie Ihren Benutzernamen ein.",
    usernameTooShort: "Ein Benutzername hat mindestens 3 Zeichen.",
    usernameTooLong: (characters) => `Ein Benutzername hat höchstens 32 Zeichen. Dieser hat ${count.format(characters)}.`,
    passwordMissing: "Geben Sie Ihr Passwort ein.",
    passwordTooShort: "Ein Passwort hat mindestens 6 Zeichen.",
    passwordTooLong: (characters) => `Ein Passwort hat höchstens 128 Zeichen. Dieses hat ${count.format(characters)}.`,
    unreachable: "Der Server ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
    sessionEnded: "Ihre Sitzung ist beendet. Melden Sie sich wieder an.",
  },

  sidebar: {
    label: "Unterhaltungen und Personen",
    conversations: "Unterhaltungen",
    people: "Personen",
    find: "Unterhaltung finden",
    nobodyElse: "Noch ist niemand sonst hier.",
    morePeople: "Weitere Personen: über den Namen finden",
    settings: "Einstellungen",
    online: "online",
    unread: unreadMessages,
    badge: (messages) => (messages > 99 ? "99+" : String(messages)),
    logOut: "Abmelden",
    open: "Menü öffnen",
    openUnread: (messages) => `Menü öffnen, ${unreadMessages(messages)}`,
    close: "Menü schließen",
    discardUnsent: (messages) =>
      messages === 1
        ? "Eine Nachricht ist noch nicht gesendet. Abmelden und sie verwerfen?"
        : `${count.format(messages)} Nachrichten sind noch nicht gesendet. Abmelden und sie verwerfen?`,
  },

  finder: {
    label: "Personen und Unterhaltungen finden",
    hint: "Person oder Unterhaltung",
    nothing: "Nichts mit diesem Namen.",
    found: (places) => `${count.format(places)} gefunden`,
    close: "Schließen",
  },

  settings: {
    title: "Einstellungen",
    back: "Zurück zur Unterhaltung",
    appearance: "Aussehen",
    theme: "Farben",
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
    language: "Sprache",
    browserLanguage: "Wie der Browser",
    alerts: "Neue Nachrichten",
    sound: "Ton abspielen",
    notifications: "Benachrichtigungen zeigen",
    notificationsBlocked: "Der Browser erlaubt keine Benachrichtigungen von dieser Adresse.",
    alertsHint: "Nur bei Nachrichten, die Sie nicht ankommen sehen.",
    account: "Konto",
    loggedInAs: (username) => `Angemeldet als ${username}`,
  },

  password: {
    title: "Passwort ändern",
    current: "Bisheriges Passwort",
    fresh: "Neues Passwort",
    save: "Passwort ändern",
    changed: "Ihr Passwort ist geändert. Alle anderen Geräte sind abgemeldet.",
  },

  devices: {
    title: "Geräte",
    about: "Wo Sie angemeldet sind. Was Sie nicht kennen, melden Sie ab.",
    failed: "Die Geräte konnten nicht geladen werden.",
    current: "Dieses Gerät",
    unknown: "Unbekanntes Programm",
    onSystem: (browser, system) => `${browser} unter ${system}`,
    since: (date) => `Angemeldet ${date}`,
    lastSeen: (date) => `Zuletzt gesehen ${date}`,
    end: "Abmelden",
    endNamed: (device) => `${device} abmelden`,
    endOthers: "Alle anderen Geräte abmelden",
    ended: "Abgemeldet.",
    endedOthers: (devices) => (devices === 1 ? "1 Gerät abgemeldet." : `${count.format(devices)} Geräte abgemeldet.`),
  },

  alert: {
    inGlobal: (sender) => `${sender} in Allgemein`,
  },

  conversation: {
    global: "Allgemein",
    globalAbout: "Alle auf diesem Server",
    oneself: (username) => `${username} (Sie)`,
    oneselfAbout: "Notizen, die nur Sie sehen",
    unknown: "Unbekannte Person",
    online: "Online",
    offline: "Offline",
    log: (title) => `Nachrichten in ${title}`,
    shortcuts: "Sprungmarken",
    skip: "Zum Nachrichtenfeld springen",
    main: "Unterhaltung",
  },

  messages: {
    loading: "Nachrichten werden geladen …",
    failed: "Die Nachrichten konnten nicht geladen werden.",
    tryAgain: "Noch einmal versuchen",
    beginningOfGlobal: "Hier beginnt die Unterhaltung aller.",
    beginningOfNotes: "Hier beginnen Ihre Notizen.",
    beginningWith: (username) => `Hier beginnt Ihre Unterhaltung mit ${username}.`,
    empty: "Noch keine Nachrichten. Sagen Sie Hallo!",
    unread: "Neue Nachrichten",
    toLatest: "Zu den neuesten",
    toLatestUnread: "Neue Nachrichten: zu den neuesten",
    pending: "Wird gesendet …",
    notSent: (reason) => `Nicht gesendet: ${reason}`,
    retry: "Noch einmal senden",
    discard: "Verwerfen",
    from: (username) => `Nachrichten von ${username}`,
    today: "Heute",
    yesterday: "Gestern",
  },

  composer: {
    label: (title) => `Nachricht an ${title}`,
    send: "Senden",
    left: (characters) => `Noch ${count.format(characters)} Zeichen`,
    tooMany: (characters) => `${count.format(characters)} Zeichen zu viel`,
  },

  typing: (names) => {
    const [first, second] = names;
    if (names.length > 2) {
      return "Mehrere Personen schreiben …";
    }
    return second === undefined ? `${first ?? ""} schreibt …` : `${first} und ${second} schreiben …`;
  },

  connection: {
    connecting: "Verbindung wird aufgebaut …",
    anotherUser: "Mit diesem Browser hat sich jemand anders angemeldet.",
    waiting: (seconds, messages) =>
      `Offline, neuer Versuch in ${seconds} s${messages === 0 ? "" : `, ${keptMessages(messages)}`}`,
    kept: keptMessages,
    retryNow: "Jetzt versuchen",
    tooManySockets: "Parley ist in zu vielen Fenstern offen. Schließen Sie eines, dann verbinden Sie neu.",
    originNotAllowed: "Von dieser Adresse aus ist keine Verbindung erlaubt. Fragen Sie, wer den Server betreibt.",
    reconnect: "Neu verbinden",
  },

  title: (unread, place) => `${unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `}${place} · Parley`,
};
