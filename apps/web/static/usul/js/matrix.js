// Arrow keys in a matrix: one stop of the Tab key for the whole table, arrows, Home and End inside it.

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const SIGNS = "td a";

const rowsOf = (table) => [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll(SIGNS)]).filter((row) => row.length);

function rove(table, chosen) {
  for (const link of table.querySelectorAll(SIGNS)) link.tabIndex = link === chosen ? 0 : -1;
}

function prepare(scope) {
  for (const table of scope.querySelectorAll("table[data-matrix]")) {
    const first = table.querySelector(SIGNS);
    if (first) rove(table, first);
  }
}

function target(rows, row, column, event) {
  if (event.key === "Home") return event.ctrlKey ? rows[0][0] : rows[row][0];
  if (event.key === "End") return event.ctrlKey ? rows.at(-1).at(-1) : rows[row].at(-1);
  const step = STEPS[event.key];
  if (!step) return null;
  const next = rows[Math.min(Math.max(row + step[0], 0), rows.length - 1)];
  return next[Math.min(Math.max(column + step[1], 0), next.length - 1)];
}

document.addEventListener("keydown", (event) => {
  const link = event.target instanceof Element ? event.target.closest(`table[data-matrix] ${SIGNS}`) : null;
  if (!link || event.altKey || event.metaKey) return;
  const table = link.closest("table");
  const rows = rowsOf(table);
  const row = rows.findIndex((cells) => cells.includes(link));
  const next = target(rows, row, rows[row].indexOf(link), event);
  if (!next) return;
  event.preventDefault();
  rove(table, next);
  next.focus();
});

document.addEventListener("focusin", (event) => {
  const link = event.target instanceof Element ? event.target.closest(`table[data-matrix] ${SIGNS}`) : null;
  if (link) rove(link.closest("table"), link);
});

document.addEventListener("htmx:afterSettle", (event) => prepare(event.target.parentElement ?? document));
prepare(document);
