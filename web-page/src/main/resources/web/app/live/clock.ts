/** Time, from outside, so that tests decide how it passes. */
export interface Clock {
  /** Milliseconds since 1970, as the device's clock shows them: it may jump. Only for times that are shown. */
  now(): number;
  /** Milliseconds since some start. It never jumps: for limits, pauses and everything else that is measured. */
  elapsed(): number;
  /** Runs once, unless cancelled before. */
  after(milliseconds: number, run: () => void): Cancel;
}

export type Cancel = () => void;

/** A server's time; the older ones come without a zone and are UTC. */
export function instantOf(timestamp: string): number {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp);
  return Date.parse(hasZone ? timestamp : `${timestamp.replace(" ", "T")}Z`);
}
