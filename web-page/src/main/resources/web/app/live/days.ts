/** Whether both are on the same day of the calendar here: a day may have 23 hours, or 25. */
export function isSameDay(one: number, other: number): boolean {
  return dayStart(one, 0) === dayStart(other, 0);
}

/** Whether `at` is on the day before the one of `now`. */
export function isDayBefore(at: number, now: number): boolean {
  return dayStart(at, 0) === dayStart(now, -1);
}

/** So many days later, or earlier. */
function dayStart(at: number, days: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
