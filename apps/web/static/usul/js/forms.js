// Number steppers, and drafts: what was typed stays on this device until the server has it.
//
// A form with data-draft="<name>" is kept under "usul:draft:<owner>:<name>", where the owner (body[data-draft-owner]) stands for
// one person in one school. Drafts of any other owner are removed as soon as a page of this owner opens; signing out removes all.
// The form shows its state in an element [data-draft-state] whose data-saved, data-waiting, data-restored and data-online hold the words.

import { forgetPages } from "./kept.js";

const PREFIX = "usul:draft:";
const SENT = "usul:sent:";
const owner = document.body.dataset.draftOwner || "";
const SKIPPED = ["password", "file", "hidden", "submit", "button"];

const keyOf = (form) => `${PREFIX}${owner}:${form.dataset.draft}`;

function store(action) {
  try { return action(localStorage); } catch { return null; } // private windows and full disks: no drafts, no fault
}

function draftKeys() {
  return store((box) => Object.keys(box).filter((key) => key.startsWith(PREFIX))) || [];
}

function forget(keep) {
  for (const key of draftKeys()) if (!keep(key)) store((box) => box.removeItem(key));
}

const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !SKIPPED.includes(field.type));

function read(form) {
  return fieldsOf(form).map((field) => {
    if (field.type === "checkbox" || field.type === "radio") return [field.name, field.value, field.checked];
    return [field.name, field.value, null];
  });
}

function write(form, values) {
  const fields = fieldsOf(form);
  for (const [name, value, checked] of values) {
    if (checked === null) {
      const field = fields.find((one) => one.name === name);
      if (field) field.value = value;
    } else {
      const field = fields.find((one) => one.name === name && one.value === value);
      if (field) field.checked = checked;
    }
  }
}

function say(form, state) {
  const place = form.querySelector("[data-draft-state]");
  if (!place) return;
  place.dataset.state = state;
  place.textContent = place.dataset[state] || "";
}

function save(form) {
  if (!owner) return;
  const kept = store((box) => { box.setItem(keyOf(form), JSON.stringify(read(form))); return true; });
  if (kept) say(form, navigator.onLine ? "saved" : "waiting");
}

function drop(form) {
  store((box) => box.removeItem(keyOf(form)));
  store((box) => sessionStorage.removeItem(SENT + keyOf(form)));
}

// A draft that was sent is done when the next page no longer asks for it, or says that it worked.
function settle(failed) {
  const worked = document.querySelector("#messages .notice--success");
  const asked = [...document.querySelectorAll("form[data-draft]")].map(keyOf);
  for (const flag of store(() => Object.keys(sessionStorage)) || []) {
    if (!flag.startsWith(SENT)) continue;
    const key = flag.slice(SENT.length);
    sessionStorage.removeItem(flag);
    if (!failed && (worked || !asked.includes(key))) store((box) => box.removeItem(key));
  }
}

// Rows that were added come back too: what has no field yet is sent along with the button that draws the rows anew.
function rebuild(form, values) {
  const button = form.querySelector("[data-draft-rows]");
  const known = new Set(fieldsOf(form).map((field) => field.name));
  const missing = values.filter(([name, , checked]) => !known.has(name) && checked !== false);
  if (!button || !missing.length) return;
  for (const [name, value] of missing) {
    const carrier = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    button.parentElement.append(carrier);
  }
  const press = () => button.click();
  if (window.htmx) press();
  else addEventListener("load", press, { once: true });
}

function restore(form) {
  const text = store((box) => box.getItem(keyOf(form)));
  if (!text) return;
  try {
    const values = JSON.parse(text);
    write(form, values);
    rebuild(form, values);
  } catch { drop(form); return; }
  say(form, "restored");
}

const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.dataset.draft) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), 400));
});

// Runs before the shared handler that marks the button as busy.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.draft) return;
  clearTimeout(timers.get(form));
  save(form);
  if (!navigator.onLine) {
    event.preventDefault();
    event.stopImmediatePropagation();
    say(form, "waiting");
    return;
  }
  store(() => sessionStorage.setItem(SENT + keyOf(form), "1"));
}, true);

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target;
  if (event.detail.successful && form instanceof HTMLFormElement && form.dataset.draft) drop(form);
});

addEventListener("online", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (form.querySelector("[data-state='waiting']")) say(form, "online");
  }
});

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest("[data-forget-drafts]")) { forget(() => false); forgetPages(""); }
  const step = event.target.closest("[data-step]");
  if (!step) return;
  const input = step.parentElement.querySelector("input");
  if (step.dataset.step === "up") input.stepUp();
  else input.stepDown();
  input.dispatchEvent(new Event("input", { bubbles: true }));
});

forgetPages(owner);
if (owner) {
  forget((key) => key.startsWith(`${PREFIX}${owner}:`));
  const failed = Boolean(document.querySelector("[data-errors]"));
  settle(failed);
  if (!failed) for (const form of document.querySelectorAll("form[data-draft]")) restore(form);
}
