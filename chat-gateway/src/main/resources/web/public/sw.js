// Keeps the shell (the page, its script, style and icons), so that Parley opens without a network.
// Accounts, messages and everything else that a server answers go past it and are never kept.
"use strict";

const CACHE = "parley-shell";
const PAGE = "/";
const BUNDLE = "/static/bundle/";
const FILES = ["/manifest.webmanifest", "/favicon.svg", "/icon-192.png"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fetchPage().then(() => caches.open(CACHE)).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate" && isPage(url.pathname)) {
    event.respondWith(fetchPage().catch(() => kept(PAGE)));
  } else if (url.pathname.startsWith(BUNDLE) || FILES.includes(url.pathname)) {
    event.respondWith(kept(url.pathname));
  }
});

function isPage(path) {
  return path === PAGE || path === "/settings" || /^\/c\/[^/]*$/.test(path);
}

/** The newest one; with it go the scripts and styles that only older ones named. */
async function fetchPage() {
  const response = await fetch(PAGE, { cache: "no-cache" });
  if (response.ok) {
    await keepPage(response.clone());
  }
  return response;
}

async function keepPage(response) {
  const cache = await caches.open(CACHE);
  const html = await response.clone().text();
  const named = [...html.matchAll(/"(\/static\/bundle\/[^"]+)"/g)].map(([, path]) => path);
  await Promise.all(named.map(kept));
  await cache.put(PAGE, response);
  const old = (await cache.keys()).filter(({ url }) => isOld(new URL(url).pathname, named));
  await Promise.all(old.map((request) => cache.delete(request)));
  if (old.length > 0) {
    await cache.addAll(FILES);
  }
}

function isOld(path, named) {
  return path.startsWith(BUNDLE) && !named.includes(path);
}

/** A bundle's name changes with its content: what was kept once is good. */
async function kept(path) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(path);
  if (known !== undefined) {
    return known;
  }
  const response = await fetch(path);
  if (response.ok) {
    await cache.put(path, response.clone());
  }
  return response;
}
