// The place a figure was printed: the page's picture with the cell lit up, in a dialog.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { Failure, reach } from "./client.js";
import type { Citation } from "./contract.js";
import type { Words } from "./words.js";

const SCALE = 3; // pixels per point that are asked for: sharp on dense screens, and still when zoomed
const LEGIBLE = 1.05; // CSS pixels per point at which small print can be read with ease
const ENOUGH = 0.8; // at which it can be read at all: then the whole width, with the names of the rows, is worth more
const BESIDE = "(min-width: 1088px)"; // from this width on the original stands beside the answer, where asked to
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

/** Where a citation stands, in words: file · page · table · row × column. */
export function placeOf(citation: Citation, words: Words): string {
  const cell = [citation.row, citation.column].filter(Boolean).join(" × ");
  return [citation.file, words.answer.page(citation.page), citation.table, cell].filter(Boolean).join(" · ");
}

/** The boxes of a citation: its picture's address may name one for each line, where `bbox` is what holds them all. */
function boxesOf(citation: Citation): number[][] {
  const query = new URLSearchParams(String(citation.image ?? "").split("?")[1] ?? "");
  const lines = query.getAll("bbox").map((text) => text.split(",").map(Number));
  const whole = (citation.bbox ?? []).map(Number);
  return (lines.length ? lines : [whole]).filter((box) => box.length === 4 && box.every(Number.isFinite));
}

/** Address of a page's picture; its boxes are lit only on the page that they stand on. */
export function pictureAddress(base: string, citation: Citation, page: number): string {
  const boxes = page === citation.page ? boxesOf(citation) : [];
  const lit = boxes.map((box) => `&bbox=${box.join(",")}`).join("");
  return `${base}v1/documents/${encodeURIComponent(citation.document_id)}/pages/${page}.png?scale=${SCALE}${lit}`;
}

/** Address of the original file. */
export function fileAddress(base: string, documentId: string, page?: number): string {
  return `${base}v1/documents/${encodeURIComponent(documentId)}/file${page ? `#page=${page}` : ""}`;
}

/** `<mingbai-place>`, rendered into the shadow root of the chat. */
export class Place extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) base = "";
  @property({ attribute: false }) beside = false; // whether it may stand beside the answer instead of over it
  @property({ attribute: false }) pagesOf: (id: string) => number = () => 0;
  @state() private citations: Citation[] = [];
  @state() private at = 0;
  @state() private page = 1;
  @state() private zoom = 1;
  @state() private told = "";
  @state() private picture = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".place-sheet") private sheet!: HTMLElement;
  @query(".place-picture") private image!: HTMLImageElement;
  #size: [number, number] | null = null;
  #loading: AbortController | null = null;
  #from: HTMLElement | null = null;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#escape);
    this.#loading?.abort();
  }

  get open(): boolean {
    return Boolean(this.dialog?.open);
  }

  /** Open at one of an answer's citations; `from` gets the focus back when the dialog closes. */
  show(citations: Citation[], at: number, from: HTMLElement | null): void {
    if (!this.open) this.#from = from;
    this.citations = citations;
    this.at = at;
    if (!this.open) {
      const beside = this.beside && matchMedia(BESIDE).matches;
      if (beside) this.dialog.show();
      else this.dialog.showModal();
      this.querySelector<HTMLElement>(".place-close")!.focus();
      this.#told("open");
    }
    void this.#turn(this.citation!.page);
  }

  close(): void {
    this.dialog.close();
  }

  get citation(): Citation | undefined {
    return this.citations[this.at];
  }

  protected override render(): TemplateResult {
    const { place } = this.words;
    return html`<dialog
      class="place"
      aria-labelledby="place-title"
      @close=${this.#closed}
      @click=${(event: Event) => event.target === this.dialog && this.close()}
      @keydown=${this.#press}
    >
      <div class="place-head">
        <h2 id="place-title">${place.title(this.at + 1)}</h2>
        <p class="place-caption" lang="zh-CN">${this.citation ? placeOf(this.citation, this.words) : ""}</p>
        <p class="place-actions">
          <a class="tool place-file" target="_blank" rel="noopener" href=${this.#file()}>${place.file}</a>
          <button class="tool place-close" type="button" @click=${this.close}>${this.words.close}</button>
        </p>
      </div>
      ${this.#tools()}
      <div class="place-sheet" tabindex="0" role="region" aria-label=${place.sheet}>
        <p class="place-note" role="status">${this.told}</p>
        <img class="place-picture" alt=${this.#alt()} crossorigin="anonymous" ?hidden=${!this.picture || Boolean(this.told)} />
      </div>
    </dialog>`;
  }

  #tools(): TemplateResult {
    const { place } = this.words;
    const pages = this.citation ? this.pagesOf(this.citation.document_id) : 0;
    const away = this.citation && this.page !== this.citation.page;
    return html`<div class="place-tools" role="group" aria-label=${place.tools}>
      <span class="tool-group">
        <button class="tool" type="button" ?disabled=${this.page <= 1} @click=${() => this.#turn(this.page - 1)}>${place.previous}</button>
        <output class="place-page">${place.pageOf(this.page, pages)}</output>
        <button class="tool" type="button" ?disabled=${Boolean(pages) && this.page >= pages} @click=${() => this.#turn(this.page + 1)}>
          ${place.next}
        </button>
      </span>
      <span class="tool-group">
        <button class="tool" type="button" aria-label=${place.smaller} ?disabled=${this.zoom <= ZOOMS[0]!} @click=${() => this.#resize(-1)}>−</button>
        <output class="place-zoom" aria-label=${place.scale}>${Math.round(this.zoom * 100)}%</output>
        <button class="tool" type="button" aria-label=${place.larger} ?disabled=${this.zoom >= ZOOMS.at(-1)!} @click=${() => this.#resize(1)}>＋</button>
      </span>
      ${away ? html`<button class="tool" type="button" @click=${() => this.#turn(this.citation!.page)}>${place.home}</button>` : nothing}
      ${this.citations.length > 1
        ? html`<span class="tool-group place-others" role="group" aria-label=${place.others}>
            ${this.citations.map((citation, at) => this.#other(citation, at))}
          </span>`
        : nothing}
    </div>`;
  }

  #other(citation: Citation, at: number): TemplateResult {
    const label = this.words.answer.source(at + 1, placeOf(citation, this.words));
    const press = () => this.show(this.citations, at, null);
    return html`<button class="mark" type="button" title=${label} aria-label=${label} aria-pressed=${at === this.at} @click=${press}>${at + 1}</button>`;
  }

  #file(): string {
    return this.citation ? fileAddress(this.base, this.citation.document_id, this.page) : "";
  }

  #alt(): string {
    const { citation } = this;
    return citation ? this.words.place.picture(citation.file, this.page, this.page === citation.page && boxesOf(citation).length > 0) : "";
  }

  /** Show another page of the same file. */
  async #turn(page: number): Promise<void> {
    const citation = this.citation!;
    this.page = page;
    this.told = this.words.place.opening;
    this.#loading?.abort();
    const mine = (this.#loading = new AbortController());
    const address = pictureAddress(this.base, citation, page);
    try {
      // Fetched first for the page's size and for what is wrong, if anything is; the picture then comes from the cache.
      const response = await reach(address, { signal: mine.signal });
      const size = (response.headers.get("page-size") ?? "").split(" ").map(Number);
      await response.blob();
      await this.#draw(address, size, page === citation.page ? boxesOf(citation) : [], mine.signal);
    } catch (failure) {
      if (!mine.signal.aborted) this.told = this.#reason(failure);
    }
  }

  #reason(failure: unknown): string {
    if (!(failure instanceof Failure) || failure.kind === "gone") return (failure as Failure).detail || this.words.place.failed;
    const [title, advice] = this.words.failures[failure.kind]!;
    return `${title}：${advice}`;
  }

  async #draw(address: string, size: number[], boxes: number[][], signal: AbortSignal): Promise<void> {
    const { image } = this;
    image.src = address;
    await image.decode();
    if (signal.aborted) return;
    this.#size = size.length === 2 && size[0]! > 0 ? [size[0]!, size[1]!] : [image.naturalWidth / SCALE, image.naturalHeight / SCALE];
    this.picture = address;
    this.told = "";
    await this.updateComplete;
    this.zoom = this.#legibleZoom();
    this.#fit();
    this.#centre(boxes);
  }

  /** Fit to width, or larger where the print would be too small to read: a phone shows part of the page. */
  #legibleZoom(): number {
    const fitted = this.#room() / this.#size![0];
    const wanted = fitted >= ENOUGH ? 1 : LEGIBLE / fitted;
    return ZOOMS.find((zoom) => zoom >= Math.max(1, wanted)) ?? ZOOMS.at(-1)!;
  }

  #room(): number {
    const style = getComputedStyle(this.sheet);
    return this.sheet.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  #fit(): void {
    this.image.style.width = `${this.#room() * this.zoom}px`;
  }

  #resize(step: number): void {
    const next = ZOOMS[ZOOMS.indexOf(this.zoom) + step];
    if (!next || !this.#size) return;
    const { sheet } = this;
    const grown = next / this.zoom;
    const middle = [sheet.scrollLeft + sheet.clientWidth / 2, sheet.scrollTop + sheet.clientHeight / 2];
    this.zoom = next;
    this.#fit();
    sheet.scrollTo(middle[0]! * grown - sheet.clientWidth / 2, middle[1]! * grown - sheet.clientHeight / 2);
  }

  /** Bring the first box to the middle of the view, or the top of the page if there is no box. */
  #centre([box]: number[][]): void {
    const { sheet, image } = this;
    if (!box) {
      sheet.scrollTo(0, 0);
      return;
    }
    const perPoint = image.clientWidth / this.#size![0];
    const [x0, top, x1, bottom] = box as [number, number, number, number];
    const x = image.offsetLeft + ((x0 + x1) / 2) * perPoint;
    const y = image.offsetTop + ((top + bottom) / 2) * perPoint;
    sheet.scrollTo(x - sheet.clientWidth / 2, y - sheet.clientHeight / 2);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { "+": 1, "=": 1, "-": -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#resize(step);
  }

  // Only a modal dialog closes with Esc by itself.
  #escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing && this.open) this.close();
  };

  #closed(): void {
    this.#loading?.abort();
    this.picture = "";
    this.image.removeAttribute("src");
    this.#told("close");
    this.#from?.focus();
    this.#from = null;
  }

  #told(what: "open" | "close"): void {
    this.dispatchEvent(new CustomEvent("mb-place", { detail: what, bubbles: true }));
  }
}
