/** 128 random bits in hex. `crypto.randomUUID` would need https, which a chat at home may not have. */
export function newClientId(): string {
  return Array.from(randomBytes(), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function randomBytes(): Uint8Array {
  const bytes = new Uint8Array(16);
  try {
    return crypto.getRandomValues(bytes);
  } catch {
    // It need not be a secret, only unlike any other.
    return bytes.map(() => Math.floor(Math.random() * 256));
  }
}
