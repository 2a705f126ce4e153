// A row of the table and its box on the page light up together.

const sheet = document.getElementById("sheet");
const rows = new Map([...document.querySelectorAll("tr[data-row]")].map((row) => [row.dataset.row, row]));
const boxes = new Map();
for (const box of document.querySelectorAll("rect[data-row]")) boxes.set(box.dataset.row, box);

// Several figures may come from one box: each row finds the box that stands where its own would.
const byPlace = new Map([...boxes.values()].map((box) => [placeOf(box), box]));

function placeOf(box) {
  return ["x", "y", "width", "height"].map((name) => box.getAttribute(name)).join(" ");
}

function boxOf(row) {
  return boxes.get(row.dataset.row) || byPlace.get(row.dataset.place);
}

function light(key, scroll) {
  for (const lit of document.querySelectorAll(".lit:not(figure)")) lit.classList.remove("lit");
  const row = rows.get(key);
  const box = row && boxOf(row);
  row?.classList.add("lit");
  box?.classList.add("lit");
  if (scroll === "box" && box) reveal(box);
  if (scroll === "row" && row) row.scrollIntoView({ block: "nearest" });
}

/** Brings a box into view inside the sheet without moving the page. */
function reveal(box) {
  const inside = box.getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  if (inside.top < frame.top || inside.bottom > frame.bottom) {
    sheet.scrollTop += inside.top - frame.top - frame.height / 3;
  }
  if (inside.left < frame.left || inside.right > frame.right) {
    sheet.scrollLeft += inside.left - frame.left - frame.width / 3;
  }
}

for (const [key, row] of rows) {
  row.addEventListener("mouseenter", () => light(key));
  row.querySelector(".locate")?.addEventListener("click", () => {
    light(key, "box");
    if (getComputedStyle(sheet).position === "static") sheet.scrollIntoView({ block: "nearest" });
  });
}
for (const [key, box] of boxes) {
  box.addEventListener("mouseenter", () => light(key));
  box.addEventListener("click", () => light(key, "row"));
}
if (location.hash.startsWith("#fact-")) light(location.hash.slice(6), "box");
