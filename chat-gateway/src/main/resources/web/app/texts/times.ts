import { locale, t } from "./texts.ts";

const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const dayOfAnotherYear = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });

const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

const DAY_MS = 86_400_000;

/** In the reader's zone and language, all of them. */
export function timeOf(at: number): string {
  return time.format(at);
}

export function fullTimeOf(at: number): string {
  return full.format(at);
}

export function dayOf(at: number, now: number): string {
  const date = new Date(at).toDateString();
  if (date === new Date(now).toDateString()) {
    return t.messages.today;
  }
  if (date === new Date(now - DAY_MS).toDateString()) {
    return t.messages.yesterday;
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? day : dayOfAnotherYear).format(at);
}

/** The day and the time, short. */
export function momentOf(at: number): string {
  return moment.format(at);
}
