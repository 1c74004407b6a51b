// Live pages kept for a time without a line (live-worker.js): only those of the person who is signed in stay.

const PREFIX = "usul-live:";

export async function forgetPages(owner) {
  try {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && (!owner || !name.startsWith(`${PREFIX}${owner}:`))) await caches.delete(name);
    }
    for (const one of await navigator.serviceWorker.getRegistrations()) {
      const script = new URL((one.active || one.waiting || one.installing).scriptURL);
      if (!owner || script.searchParams.get("owner") !== owner) await one.unregister();
    }
  } catch { /* a private window keeps nothing anyway */ }
}
