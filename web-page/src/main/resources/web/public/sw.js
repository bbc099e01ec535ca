// Keeps the shell (the page, its script, style and icons), so that Parley opens without a network, and while
// something in front of it answers with an error. Accounts, messages and everything else that a server answers
// go past it and are never kept.
"use strict";

const CACHE = "parley-shell";
const PAGE = "/";
const BUNDLE = "/static/bundle/";
const FILES = ["/manifest.webmanifest", "/favicon.svg", "/icon-192.png"];

/** A server that has not answered by then is taken for one that is out of reach, where a shell is kept. */
const ANSWER_WITHIN_MS = 5_000;

/** Somebody in front of Parley wants to know who asks: only the browser can answer that. */
const ASKS_WHO = [401, 403, 407];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate" && isPage(url.pathname)) {
    event.respondWith(page(event));
  } else if (url.pathname.startsWith(BUNDLE) || FILES.includes(url.pathname)) {
    event.respondWith(file(url.pathname));
  }
});

/** A notification was chosen: the page that is open shows its conversation, or one is opened. */
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.tag));
});

async function show(path) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ focused }) => focused) ?? windows[0];
  if (open === undefined) {
    await self.clients.openWindow(path);
  } else {
    open.postMessage({ open: path });
    await open.focus();
  }
}

function isPage(path) {
  return path === PAGE || path === "/settings" || /^\/c\/[^/]*$/.test(path);
}

async function install() {
  const response = await fetch(PAGE, { cache: "no-cache", redirect: "manual" });
  if (!(await keepPage(response))) {
    throw new Error("not the page of Parley");
  }
  await Promise.all(FILES.map(keep));
}

/** The newest one, unless that takes too long or is not Parley's: then the one that is kept, if there is one. */
async function page(event) {
  const newest = fetch(event.request.url, { cache: "no-cache", redirect: "manual" });
  const usable = newest.then(usableOrNull);
  event.waitUntil(usable.catch(() => null));
  const known = await find(PAGE);
  if (known === null) {
    return newest.then((response) => response.clone());
  }
  return (await Promise.race([usable.catch(() => null), afterwards(ANSWER_WITHIN_MS)])) ?? known;
}

/** Null where the shell is better. */
async function usableOrNull(response) {
  if (response.type === "opaqueredirect" || ASKS_WHO.includes(response.status)) {
    return response;
  }
  return (await keepPage(response.clone())) ? response : null;
}

function afterwards(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/**
 * Keeps a page that is Parley's, and lets go of what only older pages named. False for anything else, such as
 * the maintenance page of a proxy, which changes nothing, and for a page whose scripts cannot be loaded while an
 * older one is kept.
 */
async function keepPage(response) {
  const html = response.ok && !response.redirected ? await response.clone().text() : "";
  const named = [...html.matchAll(/"(\/static\/bundle\/[^"]+)"/g)].map(([, path]) => path);
  if (named.length === 0 || !html.includes("<parley-app>")) {
    return false;
  }
  const files = await Promise.all(named.map(keep));
  if (files.includes("missing")) {
    return (await find(PAGE)) === null;
  }
  if (!files.includes("loaded") && (await put(PAGE, response))) {
    await forgetOthers(named);
  }
  return true;
}

async function forgetOthers(named) {
  const cache = await caches.open(CACHE);
  const isOld = (path) => path.startsWith(BUNDLE) && !named.includes(path);
  const old = (await cache.keys()).filter(({ url }) => isOld(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
  if (old.length > 0) {
    await Promise.all(FILES.map(renew));
  }
}

/** A bundle's name changes with its content: what was kept once is good. */
async function file(path) {
  const known = await find(path);
  if (known !== null) {
    return known;
  }
  const response = await load(path);
  if (isFile(response)) {
    await put(path, response.clone());
  }
  return response;
}

/** "kept", now or from before; only "loaded" where this browser keeps no more; else "missing". */
async function keep(path) {
  return (await find(path)) !== null ? "kept" : renew(path);
}

async function renew(path) {
  try {
    const response = await load(path);
    return isFile(response) ? ((await put(path, response)) ? "kept" : "loaded") : "missing";
  } catch {
    return "missing";
  }
}

function load(path) {
  return fetch(path, { redirect: "manual" });
}

/** A page in place of a script or a picture is not Parley's. */
function isFile(response) {
  return response.ok && !(response.headers.get("Content-Type") ?? "text/html").startsWith("text/html");
}

/** Null, too, where this browser keeps nothing. */
async function find(path) {
  try {
    return (await (await caches.open(CACHE)).match(path)) ?? null;
  } catch {
    return null;
  }
}

/** False where this browser keeps nothing, or no more. */
async function put(path, response) {
  try {
    await (await caches.open(CACHE)).put(path, response);
    return true;
  } catch {
    return false;
  }
}
