/** Longer texts are not looked at. */
const LONGEST = 80;

/** For browsers that know no sets of strings in patterns: nearly the same. */
const NEARLY =
  /^(?:(?:[0-9#*]\u{FE0F}?\u{20E3}|\p{RI}\p{RI}|\u{1F3F4}[\u{E0030}-\u{E007A}]+\u{E007F}|(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F})(?:\u{200D}\p{Extended_Pictographic}(?:\u{FE0F}|\p{Emoji_Modifier})?)*)\s*){1,5}$/u;

const ONLY_EMOJI = exactly() ?? NEARLY;

/** What Unicode lists as emoji: flags and keycaps, too, but no © or digit that is shown as text. */
function exactly(): RegExp | null {
  try {
    return new RegExp("^(?:\\p{RGI_Emoji}\\s*){1,5}$", "v");
  } catch {
    return null;
  }
}

/** Up to five emoji and nothing else: they may be shown large. */
export function isOnlyEmoji(content: string, pattern: RegExp = ONLY_EMOJI): boolean {
  return content.length <= LONGEST && pattern.test(content);
}

/** For the test: both must say the same. */
export const patterns = [ONLY_EMOJI, NEARLY];
