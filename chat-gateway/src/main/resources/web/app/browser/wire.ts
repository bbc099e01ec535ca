import type { OpenWire } from "../live/socket.ts";

/** A WebSocket to where the page comes from; the session cookie authenticates it. */
export const openWebSocket: OpenWire = (listener) => {
  const address = new URL("/ws", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address, "parley.v2");
  socket.addEventListener("message", ({ data }) => listener.received(String(data)));
  socket.addEventListener("close", ({ code }) => listener.closed(code));
  return { send: (text) => socket.send(text), close: () => socket.close() };
};
