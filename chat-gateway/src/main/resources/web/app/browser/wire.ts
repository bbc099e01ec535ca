import type { OpenWire } from "../live/socket.ts";

/** A WebSocket to where the page comes from; the session cookie authenticates it. */
export const openWebSocket: OpenWire = (listener) => {
  const address = new URL("/ws", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address, "parley.v2");
  socket.addEventListener("message", ({ data }) => listener.received(String(data)));
  socket.addEventListener("close", ({ code }) => listener.closed(code));
  return {
    // What comes too late is known to be unanswered, and sent again on the next one.
    send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
    close: () => socket.close(),
  };
};
