// An answer: the headline figure, the words, the working, the notes, where it all stands.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { when } from "lit/directives/when.js";
import type { Answer, Citation, Figure, Input, Option } from "./contract.js";
import { hasHeadline } from "./figures.js";
import { amount, bare, grouped, groupedWithin } from "./numbers.js";
import { placeOf } from "./place.js";
import type { Words } from "./words.js";

const SOURCES_SHOWN = 3;

/** What the buttons of an answer do. */
export interface Actions {
  ask(question: string): void;
  show(citations: Citation[], at: number, from: HTMLElement): void;
  shareAddress(answer: Answer): string;
  judge(answer: Answer, verdict: "up" | "down", reason?: string, comment?: string): Promise<void>;
}

/** `<mingbai-answer>`, rendered into the shadow root of the chat. */
export class AnswerView extends LitElement {
  @property({ attribute: false }) answer!: Answer;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) actions!: Actions;
  @property({ attribute: false }) whole = true; // false while it streams, or where it broke off
  @property({ attribute: false }) last = true; // only the last answer offers to ask on
  @property({ attribute: false }) look = "";
  @state() private said: Record<string, string> = {};

  protected override createRenderRoot() {
    return this;
  }

  protected override render(): TemplateResult {
    const { answer, words } = this;
    const figures = answer.figures ?? [];
    const headline = hasHeadline(answer);
    return html`<div class="answer answer-${answer.status}">
      ${this.#status()} ${headline ? this.#headline(figures[0]!) : nothing}
      ${answer.answer ? html`<p class="answer-text" lang="zh-CN">${this.#marked()}</p>` : nothing}
      ${figures.length > 1
        ? html`<mingbai-graph .figures=${figures} .words=${words} .look=${this.look} .mark=${this.#mark}></mingbai-graph>`
        : nothing}
      ${this.#working(figures)} ${this.#notes()} ${this.#choices(words.answer.options, answer.options ?? [])} ${this.#sources()}
      ${this.whole ? this.#tail() : nothing}
      ${this.whole && this.last
        ? this.#choices(words.answer.suggestions, (answer.suggestions ?? []).map((question) => ({ label: question, question })))
        : nothing}
    </div>`;
  }

  #status(): TemplateResult | typeof nothing {
    const { answer, words } = this;
    if (answer.status === "answered") return nothing;
    const told = words.answer.reasons[answer.reason ?? ""] ?? words.answer[answer.status];
    return html`<p class="status">${told}</p>`;
  }

  #headline(figure: Figure): TemplateResult {
    return html`<div class="headline">
      <p class="headline-label" lang="zh-CN">${figure.label}</p>
      <p class="headline-value">
        <span class="number">${grouped(figure.value)}</span><span class="unit" lang="zh-CN">${figure.unit}</span>${this.#mark(figure.citation)}
      </p>
      <ul class="chips" aria-label=${this.words.answer.meaning}>
        ${this.#chips(figure).map(([name, value]) => html`<li class="chip"><span>${name}</span><b lang="zh-CN">${value}</b></li>`)}
      </ul>
    </div>`;
  }

  #chips(figure: Figure): [string, string][] {
    const { answer } = this.words;
    const printed = bare(figure.printed) === bare(figure.value + figure.unit) ? "" : (figure.printed ?? "");
    const all: [string, string][] = [
      [answer.entity, figure.entity],
      [answer.year, figure.year ? answer.yearOf(figure.year) : ""],
      [answer.stage, figure.stage],
      [answer.unit, figure.unit],
      [answer.printed, printed],
    ];
    return all.filter(([, value]) => value);
  }

  /** The answer's text; where it says [2], that becomes the mark of the second citation. */
  #marked(): unknown[] {
    const count = this.answer.citations?.length ?? 0;
    return this.answer.answer.split(/(\[\d{1,3}\])/).map((part) => {
      const number = Number(/^\[(\d+)\]$/.exec(part)?.[1] ?? 0);
      return number >= 1 && number <= count ? this.#mark(number - 1) : part;
    });
  }

  #mark = (index?: number | null): unknown => {
    const citation = this.answer.citations?.[index ?? -1];
    if (!citation) return nothing;
    const label = this.words.answer.source(index! + 1, placeOf(citation, this.words));
    return html`<button type="button" class="mark" title=${label} aria-label=${label} @click=${this.#shower(index!)}>${index! + 1}</button>`;
  };

  #shower(index: number): (event: Event) => void {
    return (event) => this.actions.show(this.answer.citations ?? [], index, event.currentTarget as HTMLElement);
  }

  #working(figures: Figure[]): TemplateResult | typeof nothing {
    const computed = figures.filter((figure) => figure.formula);
    if (!computed.length) return nothing;
    return html`<details class="working" ?open=${computed.length === 1 && figures.length === 1}>
      <summary>${this.words.answer.working}</summary>
      <div lang="zh-CN">
        ${computed.map(
          (figure) => html`
            ${computed.length > 1 ? html`<p class="working-label">${figure.label}</p>` : nothing}
            <p class="formula">${groupedWithin(figure.formula!)}</p>
            ${when(figure.inputs?.length, () => html`<dl class="inputs">${figure.inputs!.map((input) => this.#input(input))}</dl>`)}
          `,
        )}
      </div>
    </details>`;
  }

  #input(input: Input): TemplateResult {
    return html`<div>
      <dt>${input.label}</dt>
      <dd>${amount(input.value, input.unit)}${this.#mark(input.citation)}</dd>
    </div>`;
  }

  #notes(): TemplateResult | typeof nothing {
    const notes = this.answer.notes ?? [];
    if (!notes.length) return nothing;
    return html`<section class="notes">
      <h3>${this.words.answer.notes}</h3>
      <ul lang="zh-CN">
        ${notes.map((text) => html`<li>${text}</li>`)}
      </ul>
    </section>`;
  }

  #choices(title: string, options: Option[]): TemplateResult | typeof nothing {
    if (!options.length) return nothing;
    return html`<section class="ask-on">
      <h3>${title}</h3>
      <ul class="choices" lang="zh-CN">
        ${options.map(
          ({ label, question }) =>
            html`<li><button type="button" class="choice" @click=${() => this.actions.ask(question)}>${label || question}</button></li>`,
        )}
      </ul>
    </section>`;
  }

  #sources(): TemplateResult | typeof nothing {
    const citations = this.answer.citations ?? [];
    if (!citations.length) return nothing;
    const entries = citations.map((citation, at) => this.#source(citation, at));
    const more = entries.slice(SOURCES_SHOWN);
    return html`<section class="sources">
      <h3>${this.words.answer.sources}</h3>
      <ol lang="zh-CN">
        ${entries.slice(0, SOURCES_SHOWN)}
      </ol>
      ${more.length
        ? html`<details>
            <summary>${this.words.answer.moreSources(more.length)}</summary>
            <ol lang="zh-CN" start=${SOURCES_SHOWN + 1}>
              ${more}
            </ol>
          </details>`
        : nothing}
    </section>`;
  }

  #source(citation: Citation, at: number): TemplateResult {
    // Not for a cell, nor where the answer has just quoted it.
    const quoted = citation.quote && !citation.row && !this.answer.answer.includes(citation.quote);
    return html`<li>
      <button type="button" class="source" @click=${this.#shower(at)}>
        <span class="mark">${at + 1}</span><span class="source-place">${placeOf(citation, this.words)}</span>
      </button>
      ${quoted ? html`<q class="quote">${citation.quote}</q>` : nothing}
    </li>`;
  }

  #tail(): TemplateResult {
    const { answer, words } = this;
    const spent = Number(answer.timings_ms?.total);
    const address = this.actions.shareAddress(answer);
    return html`<div class="tail">
      <mingbai-verdict .answer=${answer} .words=${words} .actions=${this.actions}></mingbai-verdict>
      <span class="tail-tools">
        <button type="button" class="link" @click=${() => this.#put("copy", plainText(answer, words), words.answer.copied)}>
          ${this.said["copy"] ?? words.answer.copy}
        </button>
        ${address
          ? html`<button type="button" class="link" @click=${() => this.#put("share", address, words.answer.shareCopied)}>
              ${this.said["share"] ?? words.answer.share}
            </button>`
          : nothing}
        ${spent > 0 ? html`<span class="spent">${words.answer.spent((spent / 1000).toFixed(2))}</span>` : nothing}
      </span>
    </div>`;
  }

  async #put(which: string, text: string, done: string): Promise<void> {
    const told = (await written(text, this)) ? done : this.words.answer.notCopied;
    this.said = { ...this.said, [which]: told };
    setTimeout(() => (this.said = {}), 1800);
  }
}

/** Write to the clipboard; browsers refuse the modern way on plain http, so the old one is kept beside it. */
async function written(text: string, room: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const held = document.createElement("textarea");
    held.className = "unseen";
    held.value = text;
    room.append(held);
    held.select();
    const done = document.execCommand("copy");
    held.remove();
    return done;
  }
}

/** The answer as text for the clipboard, with its working and its sources. */
export function plainText(answer: Answer, words: Words): string {
  const lines = [answer.answer];
  for (const figure of answer.figures ?? []) if (figure.formula) lines.push(`${figure.label}：${figure.formula}`);
  lines.push(...(answer.notes ?? []));
  (answer.citations ?? []).forEach((citation, at) => lines.push(`[${at + 1}] ${placeOf(citation, words)}`));
  return lines.filter(Boolean).join("\n");
}
