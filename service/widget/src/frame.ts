// What stands around the turns of a conversation: its head, its invitation, the waiting line.

import { html, nothing, type TemplateResult } from "lit";
import { cross, mark } from "./icons.js";
import type { Turn } from "./talk.js";
import type { Words } from "./words.js";

/** What the head and the launcher show of a chat and can do with it. */
export interface Panel {
  readonly heading: string;
  readonly opened: boolean;
  readonly inline: boolean;
  readonly begun: boolean;
  readonly isLarge: boolean;
  open(): void;
  close(): void;
  renew(): void;
  enlarge(): void;
}

export function launcher(words: Words, panel: Panel): TemplateResult {
  return html`<button
    type="button"
    class="launcher"
    aria-expanded=${panel.opened}
    aria-controls="panel"
    @click=${() => (panel.opened ? panel.close() : panel.open())}
  >
    ${mark()}<span>${panel.heading || words.title}</span>
  </button>`;
}

export function head(words: Words, panel: Panel): TemplateResult {
  return html`<header class="head">
    <span class="head-mark">${mark()}</span>
    <h2>${panel.heading || words.title}</h2>
    <span class="head-tools">
      <button type="button" class="quiet small" aria-pressed=${panel.isLarge} title=${words.largeHint} @click=${() => panel.enlarge()}>
        ${words.large}
      </button>
      ${panel.begun
        ? html`<button type="button" class="quiet small" title=${words.renewHint} @click=${() => panel.renew()}>${words.renew}</button>`
        : nothing}
      ${panel.inline
        ? nothing
        : html`<button type="button" class="cross" title=${words.close} aria-label=${words.close} @click=${() => panel.close()}>${cross()}</button>`}
    </span>
  </header>`;
}

export function welcome(words: Words, greeting: string): TemplateResult {
  return html`<div class="welcome">
    <h2 class="welcome-title">${words.greetingTitle}</h2>
    <p>${greeting || words.greeting}</p>
  </div>`;
}

export function starters(words: Words, questions: string[], ask: (question: string) => void): TemplateResult | typeof nothing {
  if (!questions.length) return nothing;
  const choice = (question: string) =>
    html`<li><button type="button" class="choice" @click=${() => ask(question)}>${question}</button></li>`;
  return html`<section class="starters" aria-labelledby="starters-title">
    <h3 id="starters-title">${words.starters}</h3>
    <ul class="choices" lang="zh-CN">
      ${questions.map(choice)}
    </ul>
  </section>`;
}

export function waiting(words: Words, turn: Turn, stop: () => void): TemplateResult {
  const told = turn.state === "writing" ? words.writing : turn.told || words.waiting;
  return html`<p class="waiting">
    <span>${told}</span><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
    <button type="button" class="quiet small" @click=${stop}>${words.stop}</button>
  </p>`;
}

/** A moment as people write it, or nothing if it is none. */
export function dated(iso: string, locale: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
}
