import type { Texts } from "./en.ts";
import { isolated } from "./isolation.ts";

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
    invalid_format: "Da ist etwas schiefgegangen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    invalid_field: "Da ist etwas schiefgegangen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    host_invalid: "Da ist etwas schiefgegangen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    validation_failed: "Da ist etwas schiefgegangen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    content_empty: "Die Nachricht ist leer.",
    content_too_long: "Die Nachricht ist zu lang. Erlaubt sind höchstens 4.000 Zeichen.",
    content_not_storable: "Die Nachricht enthält Zeichen, die nicht gespeichert werden können.",
    username_invalid: "Verwenden Sie 3 bis 32 Buchstaben oder Ziffern einer Schrift. Auch . _ - sind erlaubt.",
    username_taken: "Dieser Benutzername ist vergeben.",
    password_invalid: "Wählen Sie ein anderes Passwort. Dieses ist zu kurz, zu lang oder zu leicht zu erraten.",
    password_wrong: "Das ist nicht Ihr bisheriges Passwort.",
    credentials_invalid: "Benutzername oder Passwort ist falsch.",
    authentication_required: "Sie sind nicht angemeldet.",
    token_missing: "Sie sind nicht angemeldet.",
    session_invalid: "Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.",
    origin_not_allowed: "Dieser Server nimmt von dieser Adresse aus keine Verbindungen an. Fragen Sie die Person, die ihn betreibt.",
    forbidden: "Dazu fehlt Ihnen die Berechtigung.",
    not_found: "Das gibt es nicht oder nicht mehr.",
    user_not_found: "Niemand hat diesen Namen.",
    method_not_allowed: "Da ist etwas schiefgegangen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.",
    body_too_large: "Das ist zu groß zum Senden.",
    too_many_requests: "Das war zu schnell. Warten Sie einen Augenblick, und versuchen Sie es noch einmal.",
    too_slow: "Ihre Verbindung ist zu langsam, um mitzukommen.",
    resume_expected: "Seite und Server verstehen sich nicht. Laden Sie die Seite neu.",
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
    usernameTooShort: "Verwenden Sie mindestens 3 Zeichen.",
    usernameTooLong: (characters) => `Verwenden Sie höchstens 32 Zeichen. Dieser Benutzername hat ${count.format(characters)}.`,
    passwordMissing: "Geben Sie Ihr Passwort ein.",
    passwordTooShort: "Verwenden Sie mindestens 6 Zeichen.",
    passwordTooLong: (characters) => `Ein Passwort darf höchstens 128 Zeichen haben. Dieses hat ${count.format(characters)}.`,
    unreachable: "Der Server ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
    sessionEnded: "Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.",
    cookiesBlocked:
      "Dieser Browser lässt für diese Adresse keine Cookies zu. Ohne Cookie können Sie nicht angemeldet bleiben. Erlauben Sie Cookies, und versuchen Sie es noch einmal.",
  },

  sidebar: {
    label: "Unterhaltungen und Personen",
    conversations: "Unterhaltungen",
    people: "Personen",
    find: "Unterhaltung finden",
    loading: "Personen werden geladen …",
    nobodyElse: "Sie sind als Erste oder Erster hier. Andere können unter dieser Adresse ein Konto anlegen.",
    morePeople: "Weitere Personen nach Namen suchen",
    settings: "Einstellungen",
    online: "online",
    unread: unreadMessages,
    badge: (messages) => (messages > 99 ? "99+" : String(messages)),
    failed: (messages) =>
      messages === 1 ? "1 Nachricht nicht gesendet" : `${count.format(messages)} Nachrichten nicht gesendet`,
    logOut: "Abmelden",
    open: "Menü öffnen",
    openUnread: (messages) => `Menü öffnen, ${unreadMessages(messages)}`,
    close: "Menü schließen",
    peopleFailed: "Die Personen konnten nicht geladen werden.",
  },

  leave: {
    title: "Abmelden",
    sending: "Ihre Nachrichten werden noch gesendet …",
    unsent: (messages) =>
      messages === 1
        ? "Eine Nachricht ist noch nicht gesendet. Wenn Sie sich jetzt abmelden, geht sie verloren."
        : `${count.format(messages)} Nachrichten sind noch nicht gesendet. Wenn Sie sich jetzt abmelden, gehen sie verloren.`,
    stay: "Angemeldet bleiben",
    discard: "Verwerfen und abmelden",
    close: "Schließen",
  },

  finder: {
    label: "Personen und Unterhaltungen finden",
    hint: "Name einer Person oder Unterhaltung",
    nothing: "Keine Treffer.",
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
    notifications: "Benachrichtigungen anzeigen",
    notificationsBlocked: "Ihr Browser blockiert Benachrichtigungen von dieser Adresse. In seinen Einstellungen können Sie sie erlauben.",
    alertsHint: "Bei Nachrichten, die ankommen, während Sie nicht hinsehen.",
    shortcuts: "Tastenkürzel",
    account: "Konto",
    loggedInAs: (username) => `Angemeldet als ${isolated(username)}`,
  },

  password: {
    title: "Passwort ändern",
    current: "Bisheriges Passwort",
    fresh: "Neues Passwort",
    save: "Passwort ändern",
    changed: "Ihr Passwort wurde geändert. Alle Ihre anderen Geräte wurden abgemeldet.",
  },

  devices: {
    title: "Geräte",
    about: "Hier sind Sie angemeldet. Wenn Sie ein Gerät nicht kennen, melden Sie es ab.",
    failed: "Die Geräte konnten nicht geladen werden.",
    current: "Dieses Gerät",
    unknown: "Unbekannte App",
    onSystem: (browser, system) => `${browser} unter ${system}`,
    since: (date) => `Angemeldet ${date}`,
    lastSeen: (date) => `Zuletzt gesehen ${date}`,
    end: "Abmelden",
    endNamed: (device) => `${device} abmelden`,
    endOthers: "Alle anderen Geräte abmelden",
    ended: "Gerät abgemeldet.",
    endedOthers: (devices) => (devices === 1 ? "1 Gerät abgemeldet." : `${count.format(devices)} Geräte abgemeldet.`),
  },

  offer: {
    question: "Bei neuen Nachrichten benachrichtigt werden?",
    yes: "Einschalten",
    no: "Jetzt nicht",
  },

  alert: {
    inGlobal: (sender) => `${isolated(sender)} in Allgemein`,
  },

  conversation: {
    global: "Allgemein",
    globalAbout: "Alle auf diesem Server",
    oneself: (username) => `${isolated(username)} (Sie)`,
    oneselfAbout: "Notizen, die nur Sie sehen können",
    loading: "Wird geladen …",
    nobody: "Niemand hier",
    nobodyAbout: "Dieser Link führt zu niemandem auf diesem Server.",
    toGlobal: "Zu Allgemein",
    online: "Online",
    offline: "Offline",
    log: (title) => `Nachrichten in ${isolated(title)}`,
    shortcuts: "Sprungmarken",
    skip: "Zum Nachrichtenfeld springen",
    main: "Unterhaltung",
  },

  messages: {
    loading: "Nachrichten werden geladen …",
    failed: "Die Nachrichten konnten nicht geladen werden.",
    tryAgain: "Noch einmal versuchen",
    beginningOfGlobal: "Hier beginnt Allgemein. Alle auf diesem Server können hier lesen und schreiben.",
    beginningOfNotes: "Hier beginnen Ihre Notizen. Nur Sie können sie sehen.",
    beginningWith: (username) => `Hier beginnt Ihre Unterhaltung mit ${isolated(username)}.`,
    empty: "Noch keine Nachrichten. Sagen Sie Hallo!",
    unread: "Neue Nachrichten",
    toLatest: "Zu den neuesten",
    toLatestUnread: "Neue Nachrichten: zu den neuesten",
    missed: (messages, since) =>
      `${messages === 1 ? "1 neue Nachricht" : `${count.format(messages)} neue Nachrichten`}${since === null ? "" : ` seit ${since}`}`,
    markRead: "Als gelesen markieren",
    copied: (sender, time) => `${isolated(sender)}, ${time}`,
    pending: "Wird gesendet …",
    waiting: "Wartet auf die Verbindung",
    notSent: (reason) => `Nicht gesendet: ${reason}`,
    retry: "Noch einmal senden",
    edit: "Bearbeiten",
    discard: "Verwerfen",
    from: (username) => `Nachrichten von ${isolated(username)}`,
    today: "Heute",
    yesterday: "Gestern",
  },

  composer: {
    label: (title) => `Nachricht an ${isolated(title)}`,
    send: "Senden",
    left: (characters) => `Noch ${count.format(characters)} Zeichen`,
    tooMany: (characters) => `${count.format(characters)} Zeichen zu viel`,
  },

  typing: (names) => {
    const [first = "", second] = names.map(isolated);
    if (names.length > 2) {
      return "Mehrere Personen schreiben …";
    }
    return second === undefined ? `${first} schreibt …` : `${first} und ${second} schreiben …`;
  },

  shortcuts: {
    title: "Tastenkürzel",
    close: "Schließen",
    all: [
      ["Person oder Unterhaltung finden", ["Strg", "K"]],
      ["Nächste Unterhaltung", ["Alt", "↓"]],
      ["Vorige Unterhaltung", ["Alt", "↑"]],
      ["Nachricht senden", ["Eingabe"]],
      ["Neue Zeile beginnen", ["Umschalt", "Eingabe"]],
      ["Schließen, was offen ist", ["Esc"]],
      ["Diese Tastenkürzel zeigen", ["Strg", "/"]],
    ],
  },

  connection: {
    connecting: "Verbindung wird aufgebaut …",
    anotherUser: "Mit diesem Browser hat sich jemand anders angemeldet.",
    waiting: (seconds, messages) =>
      `Offline, neuer Versuch in ${seconds} s${messages === 0 ? "" : `, ${keptMessages(messages)}`}`,
    kept: keptMessages,
    retryNow: "Jetzt versuchen",
    tooManySockets: "Parley ist in zu vielen Fenstern offen. Schließen Sie eines, dann verbinden Sie neu.",
    originNotAllowed: "Dieser Server nimmt von dieser Adresse aus keine Verbindungen an. Fragen Sie die Person, die ihn betreibt.",
    reconnect: "Neu verbinden",
    keepsNothing:
      "Dieser Browser speichert nichts für Parley. Entwürfe und noch nicht gesendete Nachrichten gehen verloren, wenn Sie dieses Fenster schließen.",
    understood: "Verstanden",
  },

  title: (unread, place) => `${unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `}${isolated(place)} · Parley`,
};
