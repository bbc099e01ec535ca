const ASCII = /^[\x20-\x7e]*$/;

/** Without case and accents, to look for a part of a name. Most names have none: those take no time. */
export function fold(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.toLowerCase();
}
