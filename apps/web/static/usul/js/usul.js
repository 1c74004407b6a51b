// The behaviour every page shares. All of it is a comfort: each page works without it.
// Events are heard on the document, so parts that htmx swaps in need no set-up of their own.

const root = document.documentElement;
root.dataset.js = "";

const closest = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

export function announce(text) {
  const place = document.getElementById("announcer");
  if (!place || !text) return;
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 50);
}

// --- theme: the server reads the same cookie, so the first paint is already right ---
function showTheme() {
  const now = root.dataset.theme || "";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
  }
}

function chooseTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `usul_theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax${secure}`;
  showTheme();
}

// --- menus are <details>: close them on Escape, on a click elsewhere and when another opens ---
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open], .below details[open]")) {
    if (menu !== except && !menu.contains(except)) menu.open = false;
  }
}

// --- buttons show that something is under way ---
function busy(button) {
  button.dataset.busy = "";
  button.setAttribute("aria-disabled", "true");
  announce(button.dataset.busyText);
}

function ready(scope) {
  for (const button of scope.querySelectorAll("[data-busy]")) {
    delete button.dataset.busy;
    button.removeAttribute("aria-disabled");
  }
}

function openDialog(link, event) {
  const dialog = document.getElementById(link.dataset.dialog);
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const theme = closest(event, "[data-theme-choice]");
  if (theme) chooseTheme(theme.dataset.themeChoice);
  const opener = closest(event, "[data-dialog]");
  if (opener && !event.ctrlKey && !event.metaKey) openDialog(opener, event);
  const shut = closest(event, "[data-close]");
  if (shut) shut.closest("[data-closable]").remove();
  if (event.target instanceof HTMLDialogElement) event.target.close();
  closeMenus(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.activeElement?.closest("details.menu[open], .below details[open]");
    closeMenus(null);
    menu?.querySelector("summary").focus();
  }
  const typing = closest(event, "input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.querySelector("[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
});

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const button = event.submitter;
  if (!button || event.target.method === "dialog") return;
  if (button.dataset.busy !== undefined) { event.preventDefault(); return; }
  busy(button);
});

// --- the tab one is on is in sight, however many there are ---
function showCurrentTabs() {
  for (const here of document.querySelectorAll(".tabs [aria-current]")) {
    const tabs = here.closest(".tabs");
    const beyond = here.getBoundingClientRect().right - tabs.getBoundingClientRect().right;
    if (beyond > 0) tabs.scrollLeft += beyond;
  }
}

addEventListener("pageshow", (event) => {
  if (event.persisted) ready(document);
  showCurrentTabs();
});

// --- errors take the focus ---
function focusErrors(scope) {
  scope.querySelector?.("[data-errors]")?.focus();
}

// --- parts of a page that were replaced: keep the focus, say what changed ---
let focused = null;
document.addEventListener("htmx:beforeSwap", () => { focused = document.activeElement?.id || null; });
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target;
  ready(document);
  if (part.querySelector?.("[data-errors]")) { focusErrors(part); return; }
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  const spoken = part.matches?.("[data-announce]") ? part : part.querySelector?.("[data-announce]");
  announce(spoken?.dataset.announce);
});
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    ready(document);
    const words = document.createElement("p");
    words.className = "notice notice--error";
    words.textContent = document.body.dataset.failed || "";
    document.getElementById("messages")?.replaceChildren(words);
  });
}

// `autofocus` does this where the browser knows it on any element; this is for the others
addEventListener("load", () => { if (document.activeElement === document.body) focusErrors(document); });
showTheme();
