import type { OpenWire } from "../live/socket.ts";

/** What a browser says of a connection that broke. */
const NEVER_OPENED = 1006;

/** A WebSocket to where the page comes from; the session cookie authenticates it. */
export const openWebSocket: OpenWire = (listener) => {
  const address = new URL("/ws", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = socketTo(address);
  if (socket === null) {
    queueMicrotask(() => listener.closed(NEVER_OPENED));
    return { send: () => {}, close: () => {} };
  }
  socket.addEventListener("open", () => listener.opened());
  socket.addEventListener("message", ({ data }) => listener.received(String(data)));
  socket.addEventListener("close", ({ code }) => listener.closed(code));
  return {
    // What comes too late is known to be unanswered, and sent again on the next one.
    send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
    close: () => socket.close(),
  };
};

function socketTo(address: URL): WebSocket | null {
  try {
    return new WebSocket(address, "parley.v2");
  } catch {
    // A policy of the browser or an extension forbids it: as good as out of reach.
    return null;
  }
}
