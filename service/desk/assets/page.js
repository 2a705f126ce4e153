// A row of the table and its box on the page light up together; several rows may have one box.

const sheet = document.getElementById("sheet");
const rows = [...document.querySelectorAll("tr[data-box]")];
const boxes = new Map([...document.querySelectorAll("rect[data-box]")].map((box) => [box.dataset.box, box]));

/** Lights rows and the box that they share. */
function light(lit, box) {
  for (const old of document.querySelectorAll("tr.lit, rect.lit")) old.classList.remove("lit");
  for (const row of lit) row.classList.add("lit");
  box?.classList.add("lit");
}

function lightRow(row) {
  light([row], boxes.get(row.dataset.box));
}

/** Brings a box into view inside the sheet without moving the page. */
function reveal(box) {
  if (!box) return;
  const inside = box.getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  if (inside.top < frame.top || inside.bottom > frame.bottom) {
    sheet.scrollTop += inside.top - frame.top - frame.height / 3;
  }
  if (inside.left < frame.left || inside.right > frame.right) {
    sheet.scrollLeft += inside.left - frame.left - frame.width / 3;
  }
}

for (const row of rows) {
  row.addEventListener("mouseenter", () => lightRow(row));
  row.querySelector(".locate").addEventListener("click", () => {
    lightRow(row);
    reveal(boxes.get(row.dataset.box));
    // On a narrow screen the picture stands above the table.
    if (getComputedStyle(sheet).position === "static") sheet.scrollIntoView({ block: "nearest" });
  });
}

for (const [name, box] of boxes) {
  const own = rows.filter((row) => row.dataset.box === name);
  box.addEventListener("mouseenter", () => light(own, box));
  box.addEventListener("click", () => own[0]?.scrollIntoView({ block: "center" }));
}

const meant = location.hash.startsWith("#fact-") && document.getElementById(location.hash.slice(1));
if (meant) {
  lightRow(meant);
  reveal(boxes.get(meant.dataset.box));
}
