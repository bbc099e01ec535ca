import { isDayBefore, isSameDay } from "../live/days.ts";
import { locale, t } from "./texts.ts";

type Format = Pick<Intl.DateTimeFormat, "format">;

const time = formatOf({ hour: "2-digit", minute: "2-digit" });
const day = formatOf({ weekday: "long", day: "numeric", month: "long" });
const dayOfAnotherYear = formatOf({ dateStyle: "full" });
const full = formatOf({ dateStyle: "full", timeStyle: "medium" });
const moment = formatOf({ dateStyle: "medium", timeStyle: "short" });

/** A browser that does not know its own language or time zone shows times all the same. */
function formatOf(options: Intl.DateTimeFormatOptions): Format {
  for (const wanted of [locale, "en"]) {
    try {
      return new Intl.DateTimeFormat(wanted, options);
    } catch {
      // The next one.
    }
  }
  return { format: (at) => new Date(Number(at)).toString() };
}

/** In the reader's zone and language, all of them. */
export function timeOf(at: number): string {
  return time.format(at);
}

export function fullTimeOf(at: number): string {
  return full.format(at);
}

export function dayOf(at: number, now: number): string {
  if (isSameDay(at, now)) {
    return t.messages.today;
  }
  if (isDayBefore(at, now)) {
    return t.messages.yesterday;
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? day : dayOfAnotherYear).format(at);
}

/** The day and the time, short. */
export function momentOf(at: number): string {
  return moment.format(at);
}
