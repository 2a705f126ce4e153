// Whether an answer was of use: thumbs up, or thumbs down with a reason.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Actions } from "./answer.js";
import type { Answer } from "./contract.js";
import { thumb } from "./icons.js";
import type { Words } from "./words.js";

/** `<mingbai-verdict>`, rendered into the shadow root of the chat. */
export class Verdict extends LitElement {
  @property({ attribute: false }) answer!: Answer;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) actions!: Actions;
  @state() private step: "ask" | "why" | "sent" | "failed" = "ask";
  @state() private verdict: "up" | "down" | "" = "";
  @query("form") private form?: HTMLFormElement;

  protected override createRenderRoot() {
    return this;
  }

  protected override render(): TemplateResult {
    const { verdict } = this.words;
    return html`
      <span class="thumbs" role="group" aria-label=${verdict.ask}>
        ${this.#thumb("up", verdict.up)}${this.#thumb("down", verdict.down)}
      </span>
      <span class="faint" role="status">${this.step === "sent" ? verdict.thanks : this.step === "failed" ? verdict.failed : ""}</span>
      ${this.step === "why" ? this.#why() : nothing}
    `;
  }

  #thumb(which: "up" | "down", label: string): TemplateResult {
    const press = () => (which === "up" ? void this.#send("up") : this.#explain());
    return html`<button
      type="button"
      class="thumb"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.verdict === which}
      ?disabled=${this.step === "sent"}
      @click=${press}
    >
      ${thumb(which === "down")}
    </button>`;
  }

  #why(): TemplateResult {
    const { verdict } = this.words;
    return html`<form class="why" @submit=${this.#submit}>
      <fieldset>
        <legend>${verdict.why}</legend>
        ${Object.entries(verdict.reasons).map(
          ([name, label], at) => html`<label class="reason"><input type="radio" name="reason" value=${name} ?checked=${at === 0} />${label}</label>`,
        )}
      </fieldset>
      <label class="comment">${verdict.comment}<textarea name="comment" rows="2" maxlength="500"></textarea></label>
      <p class="why-actions">
        <button type="submit" class="send small">${verdict.send}</button>
        <button type="button" class="quiet small" @click=${() => this.#reset()}>${verdict.cancel}</button>
      </p>
    </form>`;
  }

  async #explain(): Promise<void> {
    this.verdict = "down";
    this.step = "why";
    await this.updateComplete;
    this.form?.querySelector("input")?.focus();
  }

  #reset(): void {
    this.verdict = "";
    this.step = "ask";
    this.querySelector<HTMLElement>(".thumb:last-of-type")?.focus();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const given = new FormData(this.form);
    void this.#send("down", String(given.get("reason") ?? ""), String(given.get("comment") ?? "").trim());
  }

  async #send(verdict: "up" | "down", reason?: string, comment?: string): Promise<void> {
    this.verdict = verdict;
    try {
      await this.actions.judge(this.answer, verdict, reason, comment);
      this.step = "sent";
    } catch {
      this.step = "failed"; // said beside the thumbs, which can be pressed again
    }
  }
}
