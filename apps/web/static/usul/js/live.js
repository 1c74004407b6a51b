// The live page without a line: every deed is kept on this device under a key of its own, sent in order, and done once.
//
// Kept under "usul:draft:<owner>:live-<sitting>", so that another person's sign-in and signing out remove it like every draft.

import { announce } from "./usul.js";

const owner = document.body.dataset.draftOwner || "";
const region = () => document.getElementById("live");
const box = `usul:draft:${owner}:${region()?.dataset.live}`;
const line = document.querySelector("[data-live-line]");
const list = document.querySelector("[data-live-queue]");
const refusedBox = document.querySelector("[data-live-refused]");
const RETRY = 5000;
const CALM = 2500; // a roll call asks for the page once, not once for each person
let sending = false;
let timer = 0;
let renewal = 0;
let memory = [];

function read() {
  try { return JSON.parse(localStorage.getItem(box)) || []; } catch { return memory; }
}

function write(queue) {
  memory = queue;
  try {
    if (queue.length) localStorage.setItem(box, JSON.stringify(queue));
    else localStorage.removeItem(box);
  } catch { /* a private window keeps it in memory */ }
  show(queue);
}

function show(queue) {
  line.dataset.state = queue.length ? "waiting" : "sent";
  line.textContent = queue.length ? `${line.dataset.waiting} ${queue.length}` : line.dataset.used ? line.dataset.sent : "";
  list.replaceChildren(...queue.map((deed) => {
    const row = document.createElement("li");
    row.textContent = `${deed.at.slice(11, 16)} · ${deed.label}`;
    return row;
  }));
}

function labelOf(form, button) {
  const words = [button?.closest("li")?.querySelector("span")?.textContent, button?.textContent];
  const typed = form.querySelector("[name=text]")?.value;
  return [...words, typed].filter(Boolean).map((text) => text.trim()).join(" · ").slice(0, 120);
}

// What is seen grows with every own deed, so that a row of them is no quarrel with oneself.
function press(form, button) {
  if (form.dataset.livePresence !== undefined && button) {
    for (const one of button.parentElement.children) {
      const [person, state, seen] = one.value.split(":");
      one.value = `${person}:${state}:${Number(seen) + 1}`;
      one.setAttribute("aria-pressed", String(one === button));
    }
    count();
  }
  if (form.dataset.liveSeen !== undefined) form.elements.seen.value = Number(form.elements.seen.value) + 1;
}

function count() {
  const here = [...document.querySelectorAll("[data-counts]")].filter((row) => row.querySelector("[data-there][aria-pressed=true]"));
  const place = document.querySelector("[data-live-bar] strong");
  if (place) place.textContent = place.textContent.replace(/\d+/, String(here.length));
}

function keep(form, button) {
  const values = [...new FormData(form, button)].filter(([name]) => name !== "key" && name !== "csrfmiddlewaretoken");
  const key = crypto.randomUUID?.() || [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  const at = new Date().toISOString();
  line.dataset.used = "";
  write([...read(), { key, at, values, label: labelOf(form, button), last: form.dataset.liveLast !== undefined }]);
  press(form, button);
  if (form.dataset.livePresence === undefined) form.reset();
}

async function send(deed) {
  const body = new URLSearchParams(deed.values);
  body.set("key", deed.key);
  body.set("at", deed.at);
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  return fetch(location.pathname, {
    method: "POST", body, redirect: "manual",
    headers: { Accept: "application/json", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
  });
}

async function flush() {
  if (sending || !read().length) return;
  sending = true;
  clearTimeout(timer);
  let last = false;
  let moved = false;
  let calm = true; // only who is here was noted, and all of it was taken: the page shows it already
  try {
    for (let [deed] = read(); deed; [deed] = read()) {
      const answer = await send(deed);
      if (answer.type === "opaqueredirect") { line.textContent = line.dataset.signin; break; }
      if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
      const told = await answer.json().catch(() => ({ message: document.body.dataset.failed }));
      moved = true;
      calm &&= answer.ok && deed.values.some(([name, value]) => name === "deed" && value === "presence");
      if (!answer.ok) refuse(deed, told);
      else last ||= deed.last;
      write(read().filter((one) => one.key !== deed.key));
    }
  } catch {
    timer = setTimeout(flush, RETRY);
  }
  sending = false;
  if (last) { location.assign(location.pathname); return; }
  clearTimeout(renewal);
  if (moved && !read().length) {
    if (calm) renewal = setTimeout(renew, CALM);
    else await renew();
  }
}

function refuse(deed, problem) {
  const place = document.createElement("div");
  place.className = "notice notice--error";
  place.dataset.closable = "";
  const words = document.createElement("p");
  words.textContent = `${deed.label}: ${problem.message}`;
  place.append(words);
  for (const [name, again] of [["again", true], ["leave", false]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small";
    button.textContent = refusedBox.dataset[name];
    button.addEventListener("click", () => {
      place.remove();
      if (!again) return;
      const values = deed.values.filter(([field]) => field !== "seen")
        .map(([field, value]) => (field === "note" ? null : [field, value])).filter(Boolean);
      const note = deed.values.find(([field]) => field === "note")?.[1].split(":");
      if (note) values.push(["person", note[0]], ["state", note[1]]);
      write([...read(), { ...deed, values, key: `${deed.key}-2`.slice(-80) }]);
      flush();
    });
    place.append(button);
  }
  refusedBox.append(place);
}

// Fields by deed, question and name: what was typed and not sent survives a renewal.
const fields = () => new Map([...document.querySelectorAll("#live form[data-live-form]")].flatMap((form) =>
  [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit")
    .map((field) => [`${form.elements.deed.value}:${form.elements.item?.value}:${field.name}`, field])));
const dirty = () => [...fields()].filter(([, field]) => field.value !== (field.defaultValue ?? ""))
  .map(([place, field]) => [place, field.value]);

async function renew() {
  const focused = document.activeElement?.id;
  try {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
    if (!fresh || read().length) return;
    const typed = dirty();
    const folds = [...document.querySelectorAll("#live details[id]")].map((one) => [one.id, one.open]);
    region().replaceWith(document.adoptNode(fresh));
    for (const [id, open] of folds) document.getElementById(id)?.toggleAttribute("open", open);
    for (const [place, value] of typed) { const field = fields().get(place); if (field) field.value = value; }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    announce(line.textContent);
  } catch { /* the next deed renews it */ }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!owner || form.dataset.liveForm === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.submitter?.getAttribute("aria-pressed") === "true") return;
  keep(form, event.submitter);
  flush();
}, true);

// Deeds that wait are drawn onto a page that was kept before they were done.
function replay(queue) {
  for (const deed of queue) {
    const values = Object.fromEntries(deed.values);
    const forms = [...document.querySelectorAll("#live form[data-live-form]")];
    const form = forms.find((one) => one.elements.deed.value === values.deed && one.elements.item?.value === values.item);
    const start = values.note?.split(":").slice(0, 2).join(":");
    if (form) press(form, start ? form.querySelector(`button[value^="${start}:"]`) : null);
  }
}

// A worker for this page alone keeps the page, so that it can be loaded again without a line.
async function keepPage() {
  try {
    await navigator.serviceWorker.register(`${location.pathname}worker.js?owner=${owner}`, { scope: location.pathname });
    const ready = await navigator.serviceWorker.ready;
    const drawnWith = performance.getEntriesByType("resource").map((one) => one.name)
      .filter((url) => new URL(url).pathname.startsWith("/static/"));
    navigator.serviceWorker.addEventListener("message", (event) => {
      if (event.data?.kept === location.pathname) line.dataset.kept = "";
    });
    ready.active.postMessage({ keep: location.pathname, drawnWith });
  } catch { /* no worker: the page works while it stays open */ }
}

addEventListener("online", flush);
addEventListener("beforeunload", (event) => { if (read().length && !navigator.onLine) event.preventDefault(); });
if (owner && region()) { show(read()); replay(read()); flush(); keepPage(); }
