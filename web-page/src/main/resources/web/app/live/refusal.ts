/** What the server says of something that it did not do. */
export interface Refusal {
  /** For programs; null where an older server has none. */
  readonly code: string | null;
  /** For people, in English. */
  readonly sentence: string;
}
