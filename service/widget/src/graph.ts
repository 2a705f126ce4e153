// Several figures as a table and, where it helps, as a chart; both can be taken away as files.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Chart, Look } from "./chart.js";
import type { Figure } from "./contract.js";
import { columnsOf, csvOf, drawingOf, type Drawing, titleOf } from "./figures.js";
import { grouped } from "./numbers.js";
import type { Words } from "./words.js";

/** `<mingbai-graph>`, rendered into the shadow root of the chat, whose styles it shares. */
export class Graph extends LitElement {
  @property({ attribute: false }) figures: Figure[] = [];
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) mark!: (index?: number | null) => unknown;
  @property({ attribute: false }) look = ""; // changes when colours or sizes do
  @state() private failed = false;
  @query(".graph-room") private room?: HTMLElement;
  #drawing: Drawing | null = null;
  #chart: Chart | null = null;
  #drawn = 0;
  #watch = new ResizeObserver(() => this.#chart?.resize());

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#draw();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("figures") || changed.has("words")) this.#drawing = drawingOf(this.figures, this.words);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (["figures", "words", "look"].some((name) => changed.has(name))) void this.#draw();
  }

  protected override render(): TemplateResult {
    const { graph } = this.words;
    const drawn = this.#drawing && !this.failed;
    const described = graph.described(titleOf(this.figures, this.words));
    return html`
      ${drawn ? html`<div class="graph-room" role="img" aria-label=${described}></div>` : nothing}
      ${this.failed ? html`<p class="faint" role="status">${graph.failed}</p>` : nothing}
      ${this.#table()}
      <p class="graph-tools">
        ${drawn ? html`<button type="button" class="link" @click=${this.#png}>${graph.png}</button>` : nothing}
        <button type="button" class="link" @click=${this.#csv}>${graph.csv}</button>
      </p>
    `;
  }

  #table(): TemplateResult {
    const columns = columnsOf(this.figures, this.words);
    const unit = new Set(this.figures.map((figure) => figure.unit)).size === 1 ? this.figures[0]!.unit : "";
    const { amount, figures } = this.words.answer;
    return html`<div class="scroller" tabindex="0" role="region" aria-label=${figures}>
      <table class="figures">
        <thead>
          <tr>
            ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
            <th scope="col" class="sum">${amount}${unit ? `（${unit}）` : ""}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          ${this.figures.map(
            (figure) => html`<tr>
              ${columns.map(({ read }, at) =>
                at ? html`<td>${read(figure)}</td>` : html`<th scope="row">${read(figure)}</th>`,
              )}
              <td class="sum">${grouped(figure.value)}${unit ? "" : ` ${figure.unit}`}${this.mark(figure.citation)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  async #draw(): Promise<void> {
    this.#end();
    const mine = ++this.#drawn;
    const drawing = this.#drawing;
    if (!drawing || this.failed) return;
    try {
      const { draw } = await import("./chart.js");
      if (mine !== this.#drawn || !this.room || !this.isConnected) return;
      this.#chart = draw(this.room, drawing, lookOf(this.room));
      this.#watch.observe(this.room);
    } catch (error) {
      console.warn("mingbai: chart", error); // offline, or an old browser: the table says the same
      this.failed = true;
    }
  }

  #end(): void {
    this.#watch.disconnect();
    this.#chart?.end();
    this.#chart = null;
  }

  async #png(): Promise<void> {
    const picture = await this.#chart?.png();
    if (picture) save(picture, `${this.#name()}.png`);
  }

  #csv(): void {
    save(new Blob([csvOf(this.figures, this.words)], { type: "text/csv;charset=utf-8" }), `${this.#name()}.csv`);
  }

  #name(): string {
    const title = titleOf(this.figures, this.words).replace(/[\s\\/:*?"<>|]+/g, "_");
    return `${this.words.graph.file}_${title}`.slice(0, 80);
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Colours and sizes as they are where the chart will stand. */
function lookOf(room: HTMLElement): Look {
  const style = getComputedStyle(room);
  const colour = (name: string) => style.getPropertyValue(`--mb-${name}`).trim();
  return {
    ink: colour("ink"),
    soft: colour("soft"),
    line: colour("line"),
    sheet: colour("sheet"),
    colours: [colour("accent"), colour("second"), colour("third"), colour("fourth"), colour("fifth")],
    size: parseFloat(style.fontSize),
    font: style.fontFamily,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
