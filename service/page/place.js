// The place a figure was printed: the page's picture with the cell lit up, in a dialog.

import { reach } from "./client.js";
import { placeOf } from "./answer.js";

const SCALE = 3; // pixels per point that are asked for: sharp on dense screens, and still when zoomed
const LEGIBLE = 1.05; // CSS pixels per point at which small print can be read with ease
const ENOUGH = 0.8; // at which it can be read at all: then the whole width, with the names of the rows, is worth more
const BESIDE = "(min-width: 68rem)"; // from this width on the original stands beside the answer (see page.css)
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

/** Address of a page's picture; its boxes are lit only on the page that they stand on. */
export function pictureAddress(citation, page) {
  const boxes = page === citation.page ? boxesOf(citation) : [];
  const lit = boxes.map((box) => `&bbox=${box.join(",")}`).join("");
  return `/v1/documents/${encodeURIComponent(citation.document_id)}/pages/${page}.png?scale=${SCALE}${lit}`;
}

/** The boxes of a citation: its picture's address may name one for each line, where `bbox` is what holds them all. */
function boxesOf(citation) {
  const query = new URLSearchParams(String(citation.image ?? "").split("?")[1] ?? "");
  const lines = query.getAll("bbox").map((text) => text.split(",").map(Number));
  const whole = (citation.bbox ?? []).map(Number);
  return (lines.length ? lines : [whole]).filter((box) => box.length === 4 && box.every(Number.isFinite));
}

/** Address of the original file. */
export function fileAddress(documentId, page) {
  return `/v1/documents/${encodeURIComponent(documentId)}/file${page ? `#page=${page}` : ""}`;
}

/** The dialog; `pagesOf(documentId)` gives the number of pages, or 0 if it is not known. */
export class Place {
  constructor(dialog, pagesOf) {
    const part = (name) => dialog.querySelector(`.place-${name}`);
    Object.assign(this, { dialog, pagesOf, zoom: 1, size: null, loading: null });
    this.parts = Object.fromEntries(
      ["caption", "page", "zoom", "sheet", "note", "picture", "previous", "next", "smaller", "larger", "home", "file", "close"].map(
        (name) => [name, part(name)],
      ),
    );
    this.listen();
  }

  listen() {
    const { parts } = this;
    parts.close.addEventListener("click", () => this.dialog.close());
    parts.previous.addEventListener("click", () => this.turn(this.page - 1));
    parts.next.addEventListener("click", () => this.turn(this.page + 1));
    parts.smaller.addEventListener("click", () => this.resize(-1));
    parts.larger.addEventListener("click", () => this.resize(1));
    parts.home.addEventListener("click", () => this.turn(this.citation.page));
    this.dialog.addEventListener("close", () => this.leave());
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("keydown", (event) => this.press(event));
    // Only a modal dialog closes with Esc by itself.
    document.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && this.dialog.close());
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { "+": 1, "=": 1, "-": -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.resize(step);
    }
  }

  /** Open at a citation; `number` is the mark that was pressed. */
  show(citation, number) {
    this.citation = citation;
    this.pages = this.pagesOf(citation.document_id);
    this.dialog.querySelector("#place-title").textContent = `出处 ${number}`;
    this.parts.caption.textContent = placeOf(citation);
    this.open();
    this.turn(citation.page);
  }

  /** Beside the answer where there is room, so that other marks can still be pressed; else over it. */
  open() {
    if (this.dialog.open) return;
    if (matchMedia(BESIDE).matches) this.dialog.show();
    else this.dialog.showModal();
  }

  /** Show another page of the same file. */
  async turn(page) {
    const { parts, citation } = this;
    this.page = page;
    this.loading?.abort();
    this.loading = new AbortController();
    parts.page.textContent = this.pages ? `第 ${page} / ${this.pages} 页` : `第 ${page} 页`;
    parts.previous.disabled = page <= 1;
    parts.next.disabled = Boolean(this.pages) && page >= this.pages;
    parts.home.hidden = page === citation.page;
    parts.file.href = fileAddress(citation.document_id, page);
    this.tell("正在打开原文……");
    const box = page === citation.page ? citation.bbox : null;
    try {
      const response = await reach(pictureAddress(citation, page), { signal: this.loading.signal });
      const size = (response.headers.get("page-size") ?? "").split(" ").map(Number);
      await this.draw(await response.blob(), size, box);
    } catch (failure) {
      if (failure.name !== "AbortError") this.tell(`${failure.title ?? "这一页没能打开"}：${failure.advice ?? "请打开原文件查看。"}`);
    }
  }

  async draw(blob, size, box) {
    const { picture, note } = this.parts;
    this.forget();
    picture.src = URL.createObjectURL(blob);
    await picture.decode();
    this.size = size[0] > 0 ? size : [picture.naturalWidth / SCALE, picture.naturalHeight / SCALE];
    picture.alt = `${this.citation.file} 第${this.page}页的图片${box ? "，引用处已标亮" : ""}`;
    picture.hidden = false;
    note.textContent = "";
    this.zoom = this.legibleZoom();
    this.fit();
    this.centre(box);
  }

  /** Fit to width, or larger where the print would be too small to read: a phone shows part of the page. */
  legibleZoom() {
    const fitted = this.room() / this.size[0];
    const wanted = fitted >= ENOUGH ? 1 : LEGIBLE / fitted;
    return ZOOMS.find((zoom) => zoom >= Math.max(1, wanted)) ?? ZOOMS.at(-1);
  }

  room() {
    const style = getComputedStyle(this.parts.sheet);
    return this.parts.sheet.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  fit() {
    this.parts.picture.style.width = `${this.room() * this.zoom}px`;
    this.parts.zoom.textContent = `${Math.round(this.zoom * 100)}%`;
    this.parts.smaller.disabled = this.zoom <= ZOOMS[0];
    this.parts.larger.disabled = this.zoom >= ZOOMS.at(-1);
  }

  resize(step) {
    const next = ZOOMS[ZOOMS.indexOf(this.zoom) + step];
    if (!next || !this.size) return;
    const { sheet } = this.parts;
    const grown = next / this.zoom;
    const middle = [sheet.scrollLeft + sheet.clientWidth / 2, sheet.scrollTop + sheet.clientHeight / 2];
    this.zoom = next;
    this.fit();
    sheet.scrollTo(middle[0] * grown - sheet.clientWidth / 2, middle[1] * grown - sheet.clientHeight / 2);
  }

  /** Bring the box to the middle of the view, or the top of the page if there is no box. */
  centre(box) {
    const { sheet, picture } = this.parts;
    if (!box || box.length !== 4) {
      sheet.scrollTo(0, 0);
      return;
    }
    const perPoint = picture.clientWidth / this.size[0];
    const x = picture.offsetLeft + ((box[0] + box[2]) / 2) * perPoint;
    const y = picture.offsetTop + ((box[1] + box[3]) / 2) * perPoint;
    sheet.scrollTo(x - sheet.clientWidth / 2, y - sheet.clientHeight / 2);
  }

  tell(text) {
    this.parts.picture.hidden = true;
    this.parts.note.textContent = text;
  }

  forget() {
    if (this.parts.picture.src) URL.revokeObjectURL(this.parts.picture.src);
  }

  leave() {
    this.loading?.abort();
    this.tell("");
    this.forget();
    this.parts.picture.removeAttribute("src");
  }
}
