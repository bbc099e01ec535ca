import { registerHooks } from "node:module";

/** What the page imports by name lies beside the gateway, where the bundler has unpacked it. */
const BESIDE = new URL("../../../../chat-gateway/package.json", import.meta.url).href;

registerHooks({
  resolve: (name, context, next) => next(name, /^[a-z]/.test(name) && !name.startsWith("node:") && !name.startsWith("file:") ? { ...context, parentURL: BESIDE } : context),
});
