// What went wrong with a question, what to do about it, and the button that does it.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { Failure } from "./client.js";
import type { Words } from "./words.js";

/** `<mingbai-trouble>`; `failure` is null where the reader pressed stop. */
export class Trouble extends LitElement {
  @property({ attribute: false }) failure: Failure | null = null;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) again: () => void = () => undefined;
  @state() private left = 0;
  #timer = 0;

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("failure")) this.#count(this.failure?.wait ?? 0);
  }

  /** Asking again too early would be refused again: count down first. */
  #count(seconds: number): void {
    clearInterval(this.#timer);
    this.left = seconds;
    if (!seconds) return;
    this.#timer = window.setInterval(() => {
      this.left -= 1;
      if (this.left <= 0) clearInterval(this.#timer);
    }, 1000);
  }

  protected override render(): TemplateResult {
    const { words, failure } = this;
    const [title, usual] = failure ? words.failures[failure.kind]! : [words.stopped, words.stoppedAdvice];
    const told = failure?.kind === "refused" || failure?.kind === "closed" ? failure.detail : "";
    const advice = `${told || usual}${failure?.trace ? words.trace(failure.trace) : ""}`;
    return html`<div class="failed" role="alert">
      <p class="status">${title}</p>
      <p>${advice}</p>
      ${!failure || failure.again
        ? html`<button type="button" class="choice" ?disabled=${this.left > 0} @click=${this.again}>
            ${this.left > 0 ? words.retryIn(this.left) : words.retry}
          </button>`
        : nothing}
    </div>`;
  }
}
