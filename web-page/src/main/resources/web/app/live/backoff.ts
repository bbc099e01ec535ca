const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Full jitter: any time up to a limit that doubles from 0.5 s to 30 s, so that the clients of a
 * restarted server come back spread out.
 *
 * @param failures how many attempts failed in a row, from 1
 * @param random from 0 to below 1
 */
export function retryDelay(failures: number, random: () => number): number {
  const limit = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(random() * limit);
}
