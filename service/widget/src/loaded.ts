// What is loaded: departments down, years across, and in each cell the documents of that year.

import { html, nothing, render, type TemplateResult } from "lit";
import { Failure, load } from "./client.js";
import type { Loaded } from "./contract.js";
import { grouped } from "./numbers.js";
import { fileAddress } from "./place.js";
import type { Words } from "./words.js";

const MANY = 12; // departments that are shown before one asks for all; from then on a filter helps

/** The panel of loaded documents, drawn into `panel`. */
export class Shelf {
  #documents: Loaded[] = [];
  #failed: Failure | null = null;
  #all = false;
  #wanted = "";

  constructor(
    readonly panel: HTMLElement,
    readonly base: string,
    private words: Words,
  ) {}

  speak(words: Words): void {
    this.words = words;
    this.#draw();
  }

  /** Fetch the list and show it. */
  async refresh(): Promise<void> {
    try {
      this.#documents = await load<Loaded[]>(`${this.base}v1/documents`);
      this.#failed = null;
    } catch (error) {
      this.#failed = error instanceof Failure ? error : new Failure("page");
    }
    this.#draw();
  }

  #draw(): void {
    render(this.#failed ? this.#sorry() : this.#documents.length ? this.#matrix() : this.#empty(), this.panel);
  }

  #sorry(): TemplateResult {
    const { loaded, failures, retry } = this.words;
    return html`<p class="faint">${loaded.failed}${failures[this.#failed!.kind]?.[1]}</p>
      <button type="button" class="quiet small" @click=${() => void this.refresh()}>${retry}</button>`;
  }

  #empty(): TemplateResult {
    return html`<p class="faint">${this.words.loaded.empty}</p>`;
  }

  #matrix(): TemplateResult {
    const { loaded } = this.words;
    const current = this.#documents.filter((document) => !document.superseded_by);
    const years = [...new Set(current.map((document) => document.year))].filter(Boolean).sort((one, other) => other - one);
    const bodies = byDepartment(current);
    const found = [...bodies].filter(([name]) => name.includes(this.#wanted));
    const shown = this.#all || this.#wanted ? found : found.slice(0, MANY);
    const figures = current.reduce((sum, document) => sum + document.facts, 0);
    return html`
      <p class="summary-line">${loaded.line(bodies.size, current.length)}</p>
      ${bodies.size > MANY ? this.#filter() : nothing}
      <div class="matrix-room" tabindex="0" role="region" aria-label=${loaded.matrix}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">${loaded.body}</th>
              ${years.map((year) => html`<th scope="col">${year}</th>`)}
            </tr>
          </thead>
          <tbody lang="zh-CN">
            ${shown.map(
              ([name, documents]) => html`<tr>
                <th scope="row">${name}</th>
                ${years.map((year) => html`<td>${this.#cell(documents.filter((document) => document.year === year))}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${shown.length < found.length
        ? html`<button type="button" class="quiet small" @click=${() => this.#show()}>${loaded.more(found.length)}</button>`
        : nothing}
      <p class="faint">${loaded.figures(grouped(figures))}</p>
    `;
  }

  #cell(documents: Loaded[]): TemplateResult | TemplateResult[] {
    const { loaded } = this.words;
    if (!documents.length) return html`<span class="none" aria-label=${loaded.none}>—</span>`;
    return documents.map(
      (document) => html`<a
        class="edition"
        href=${fileAddress(this.base, document.id)}
        target="_blank"
        rel="noopener"
        title=${loaded.described(document.file, document.pages, grouped(document.facts))}
        aria-label="${document.year} ${document.kind} ${document.file}"
        >${document.kind}</a
      >`,
    );
  }

  #filter(): TemplateResult {
    const narrow = (event: Event) => {
      this.#wanted = (event.target as HTMLInputElement).value.trim();
      this.#draw();
    };
    const { filter } = this.words.loaded;
    return html`<input type="search" class="filter" placeholder=${filter} aria-label=${filter} @input=${narrow} />`;
  }

  #show(): void {
    this.#all = true;
    this.#draw();
  }
}

/** Documents by department, in the order they came. */
function byDepartment(documents: Loaded[]): Map<string, Loaded[]> {
  const groups = new Map<string, Loaded[]>();
  for (const document of documents) {
    const name = document.entity || document.title || document.file;
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  return groups;
}
