/** Of a box that scrolls, in CSS pixels. */
export interface Scrolled {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** Closer to an end of what is shown, more is shown there; closer to the top of all, more is loaded. */
const SHOW_MORE_WITHIN_PX = 500;
const LOAD_OLDER_WITHIN_PX = 1_500;

/** Which ends of a list its reader comes close to. */
export interface Nearness {
  readonly isNearTop: boolean;
  readonly isNearEnd: boolean;
  /** Not as near as to the top: to load takes longer than to show. */
  readonly isNearOlder: boolean;
}

export function nearnessOf({ scrollTop, scrollHeight, clientHeight }: Scrolled): Nearness {
  return {
    isNearTop: scrollTop < SHOW_MORE_WITHIN_PX,
    isNearEnd: scrollHeight - scrollTop - clientHeight < SHOW_MORE_WITHIN_PX,
    isNearOlder: scrollTop < LOAD_OLDER_WITHIN_PX,
  };
}
