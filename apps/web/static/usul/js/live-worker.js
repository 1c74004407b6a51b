// The live page of one sitting without a line: its last page, as it was sent to one person, and what that page is drawn with.
//
// Registered for that page alone and with the opaque name of the person (?owner=). What is kept stands under "usul-live:<owner>:<path>"
// and is served to nobody else: a page that names another person, or leads to the sign-in, removes it.

const OWNER = new URL(location.href).searchParams.get("owner") || "";
const PAGE = new URL("./", location.href).pathname;
const BOX = `usul-live:${OWNER}:${PAGE}`;
const KEPT_FOR = 12 * 60 * 60 * 1000;
const PATIENCE = 8000;
const AT = "x-kept-at";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const isPage = (request) => request.method === "GET" && new URL(request.url).pathname === PAGE;
const isDrawnWith = (request) => request.method === "GET" && new URL(request.url).pathname.startsWith("/static/");

async function keep(answer) {
  const html = await answer.text();
  if (answer.redirected || answer.status !== 200 || !html.includes(`data-draft-owner="${OWNER}"`)) {
    if (answer.status < 500) await caches.delete(BOX);
    return;
  }
  const headers = new Headers(answer.headers);
  headers.set(AT, String(Date.now()));
  const box = await caches.open(BOX);
  await box.put(PAGE, new Response(html, { status: 200, headers }));
}

async function kept() {
  const found = await (await caches.open(BOX)).match(PAGE);
  if (found && Date.now() - Number(found.headers.get(AT)) < KEPT_FOR) return found;
  await caches.delete(BOX);
  return null;
}

async function page(event) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  try {
    // a page that is navigated to may be redirected by the browser itself; then nothing is kept
    const answer = await fetch(event.request, { signal: limit.signal });
    if (answer.type === "opaqueredirect") event.waitUntil(caches.delete(BOX));
    else event.waitUntil(keep(answer.clone()));
    return answer;
  } catch (failed) {
    const found = event.request.mode === "navigate" ? await kept() : null;
    if (found) return found;
    throw failed;
  } finally {
    clearTimeout(timer);
  }
}

async function drawnWith(request) {
  const box = await caches.open(BOX);
  const found = await box.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") await box.put(request, answer.clone());
  return answer;
}

addEventListener("fetch", (event) => {
  if (!OWNER || new URL(event.request.url).origin !== location.origin) return;
  if (isPage(event.request)) event.respondWith(page(event));
  else if (isDrawnWith(event.request)) event.respondWith(drawnWith(event.request));
});

// The first page came before there was a worker: it is asked for once more, with what it is drawn with.
addEventListener("message", (event) => {
  if (!OWNER || event.data?.keep !== PAGE) return;
  event.waitUntil((async () => {
    await keep(await fetch(PAGE, { credentials: "same-origin", headers: { "X-Requested-With": "XMLHttpRequest" } }));
    await Promise.allSettled(event.data.drawnWith.map((url) => drawnWith(new Request(url))));
    event.source?.postMessage({ kept: PAGE });
  })().catch(() => {}));
});
