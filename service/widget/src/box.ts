// Where questions are typed: Enter asks unless an input method is composing, and what is typed brings suggestions.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Suggested } from "./contract.js";
import type { Words } from "./words.js";

const PAUSE = 160; // milliseconds without a key before suggestions are fetched
const MAX_LENGTH = 1000;

/** `<mingbai-box>`, rendered into the shadow root of the chat. */
export class Box extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) running = false;
  @property({ attribute: false }) suggest: (text: string) => Promise<Suggested[]> = async () => [];
  @property({ attribute: false }) ask: (text: string) => void = () => undefined;
  @property({ attribute: false }) stop: () => void = () => undefined;
  @state() private found: Suggested[] = [];
  @state() private at = -1;
  @query("textarea") private area!: HTMLTextAreaElement;
  #timer = 0;
  #typed = 0;

  protected override createRenderRoot() {
    return this;
  }

  override focus(): void {
    this.area?.focus();
  }

  get value(): string {
    return this.area.value;
  }

  protected override render(): TemplateResult {
    const { words, found } = this;
    return html`<form class="ask" autocomplete="off" @submit=${this.#submit}>
      <label class="unseen" for="question">${words.question}</label>
      <textarea
        id="question"
        name="question"
        rows="1"
        maxlength=${MAX_LENGTH}
        enterkeyhint="send"
        placeholder=${words.placeholder}
        aria-describedby="hint"
        aria-autocomplete="list"
        aria-controls=${found.length ? "suggested" : nothing}
        aria-activedescendant=${this.at >= 0 ? `suggested-${this.at}` : nothing}
        @keydown=${this.#press}
        @input=${this.#input}
        @compositionend=${this.#input}
        @blur=${this.#leave}
      ></textarea>
      <button class="send" type="submit">${this.running ? words.stop : words.send}</button>
      <p id="hint" class="hint">${words.hint}</p>
      ${found.length ? this.#list() : nothing}
      <span class="unseen" role="status">${found.length ? words.suggestedCount(found.length) : ""}</span>
    </form>`;
  }

  #list(): TemplateResult {
    return html`<ul id="suggested" class="suggested" role="listbox" aria-label=${this.words.suggested} lang="zh-CN">
      ${this.found.map(
        ({ question }, at) =>
          html`<li
            id="suggested-${at}"
            role="option"
            aria-selected=${at === this.at}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#take(question)}
          >
            ${question}
          </li>`,
      )}
    </ul>`;
  }

  #input(event: Event): void {
    this.#grow();
    clearTimeout(this.#timer);
    this.at = -1;
    if ((event as InputEvent).isComposing) return;
    const mine = ++this.#typed;
    const text = this.value.trim();
    if (!text) {
      this.found = [];
      return;
    }
    this.#timer = window.setTimeout(async () => {
      const found = await this.suggest(text);
      if (mine === this.#typed) this.found = found.filter(({ question }) => question !== text);
    }, PAUSE);
  }

  /** Enter sends and Shift+Enter breaks the line; while an input method is composing, keys belong to it. */
  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.found.length && this.#choose(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    if (!this.running) this.#send(this.value);
  }

  /** Arrow keys walk through the suggestions, Enter asks the one they stand on, Esc puts them away. */
  #choose(event: KeyboardEvent): boolean {
    const count = this.found.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = ((this.at + 1 + step + count + 1) % (count + 1)) - 1;
    else if (event.key === "Escape") this.#close();
    else if (event.key === "Enter" && !event.shiftKey && this.at >= 0) this.#take(this.found[this.at]!.question);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #take(question: string): void {
    if (this.running) return;
    this.#send(question);
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.running) this.stop();
    else this.#send(this.value);
  }

  #send(text: string): void {
    if (!text.trim()) return;
    this.area.value = "";
    this.#grow();
    this.#close();
    if (matchMedia("(pointer: coarse)").matches) this.area.blur(); // puts the phone's keyboard away
    this.ask(text);
  }

  #leave(): void {
    this.#close();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#typed += 1; // what is still on its way comes too late
    this.found = [];
    this.at = -1;
  }

  #grow(): void {
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}
