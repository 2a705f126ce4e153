// <mingbai-chat>: the whole of asking and answering in one element, for this site's page and for any other.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { repeat } from "lit/directives/repeat.js";
import { type Actions, AnswerView } from "./answer.js";
import { Box } from "./box.js";
import { load } from "./client.js";
import { tint, TINTS } from "./colour.js";
import type { Answer, Loaded, Scope } from "./contract.js";
import { dated, head, launcher, starters, waiting, welcome } from "./frame.js";
import { Graph } from "./graph.js";
import { keep, kept, Memory } from "./memory.js";
import { Place } from "./place.js";
import { sheets } from "./sheets.js";
import { Suggestions } from "./suggestions.js";
import { Talk, type Turn } from "./talk.js";
import { Trouble } from "./trouble.js";
import { Verdict } from "./verdict.js";
import { type Words, wordsOf } from "./words.js";

const HOME = new URL("../", new URL(import.meta.url)).href; // this module is served one folder below the service
const DARK = matchMedia("(prefers-color-scheme: dark)");
let count = 0;

export class MingbaiChat extends LitElement {
  static override styles = sheets;

  @property({ attribute: "data-base" }) base = HOME;
  @property({ attribute: "data-title" }) heading = "";
  @property({ attribute: "data-color" }) colour = "";
  @property({ attribute: "data-position", reflect: true }) position = "right";
  @property({ attribute: "data-greeting" }) greeting = "";
  @property({ attribute: "data-questions" }) questions = "";
  @property({ attribute: "data-entity" }) entity = "";
  @property({ attribute: "data-document" }) document = "";
  @property({ attribute: "data-locale" }) locale = "";
  @property({ attribute: "data-theme" }) theme = "";
  @property({ attribute: "data-head" }) head = ""; // "none" where the page has these buttons itself
  @property({ attribute: "data-original" }) original = ""; // "beside": the original may stand beside the answer
  @property({ attribute: "data-open", converter: { fromAttribute: (text) => text !== null && text !== "false" } }) opened = false;
  @state() private starters: string[] = [];
  @state() private large = kept("large") === "yes";
  @state() private offline = !navigator.onLine;
  @state() private said = "";
  @query("mingbai-box") private box!: Box;
  @query("mingbai-place") private place!: Place;
  @query(".log") private log!: HTMLElement;
  @query(".launcher") private launcher?: HTMLElement;
  #talk!: Talk;
  #suggestions!: Suggestions;
  #pages = new Map<string, number>();
  #fed = "";

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#talk) this.#begin();
    DARK.addEventListener("change", this.#looked);
    for (const name of ["online", "offline"]) window.addEventListener(name, this.#lined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    DARK.removeEventListener("change", this.#looked);
    for (const name of ["online", "offline"]) window.removeEventListener(name, this.#lined);
    this.#talk.stop();
  }

  /** Several on one page have a conversation each: by their id, or by their order. */
  #begin(): void {
    const which = this.id || (count ? String(count) : "");
    count += 1;
    const memory = new Memory(which ? `mingbai.conversation.${which}` : "mingbai.conversation");
    this.#talk = new Talk(this.base, memory, (turn) => this.#changed(turn));
    this.#suggestions = new Suggestions(this.base);
  }

  // What a page can do with it

  /** Show the panel, where it is one that opens. */
  open(): void {
    if (this.inline || this.opened) return;
    this.opened = true;
    this.#tell("open");
    void this.updateComplete.then(() => this.box.focus());
  }

  close(): void {
    if (this.inline || !this.opened) return;
    this.opened = false;
    this.#tell("close");
    void this.updateComplete.then(() => this.launcher?.focus());
  }

  /** Ask as if it had been typed; resolves to the answer, or null if there is none. */
  async ask(text: string): Promise<Answer | null> {
    this.open();
    await this.updateComplete;
    this.#tell("ask", { question: text });
    const turn = await this.#talk.ask(text);
    return turn?.state === "done" ? turn.answer : null;
  }

  /** Limit questions to a department, a document or a year; `{}` lifts the limit. */
  setScope(scope: Scope): void {
    this.entity = scope.entity ?? "";
    this.document = scope.document ?? "";
    this.#talk.scope = { ...scope };
    this.#feed();
  }

  /** Call `handler` on `ready`, `open`, `close`, `ask`, `answer`, `error`, `feedback`, `place`; gives how to stop. */
  on(name: string, handler: (detail: unknown) => void): () => void {
    const heard = (event: Event) => handler((event as CustomEvent).detail);
    this.addEventListener(`mingbai:${name}`, heard);
    return () => this.removeEventListener(`mingbai:${name}`, heard);
  }

  /** Forget the conversation and begin a new one. */
  renew(): void {
    this.#talk.clear();
    this.said = "";
    this.box.focus();
  }

  /** Show an answer that was given before. */
  recall(id: string): Promise<void> {
    return this.#talk.recall(id);
  }

  /** Large type on or off, remembered for this site. */
  enlarge(yes = !this.large): void {
    this.large = yes;
    keep("large", yes ? "yes" : "");
  }

  get isLarge(): boolean {
    return this.large;
  }

  get begun(): boolean {
    return this.#talk.turns.length > 0;
  }

  override focus(): void {
    this.box?.focus();
  }

  // How it looks

  get inline(): boolean {
    return this.position === "inline";
  }

  private get words(): Words {
    return wordsOf(this.locale || this.ownerDocument.documentElement.lang);
  }

  private get dark(): boolean {
    return this.theme === "dark" || (this.theme !== "light" && DARK.matches);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("entity") || changed.has("document")) {
      this.#talk.scope = { ...this.#talk.scope, entity: this.entity || undefined, document: this.document || undefined };
    }
  }

  protected override firstUpdated(): void {
    this.#tell("ready");
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#paint();
    if (this.inline || this.opened) this.#feed();
    if (changed.has("large")) this.#tell("large", this.large);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const classes = { root: true, inviting: !this.begun, bare: this.head === "none", dark: this.dark, large: this.large, floating: !this.inline, [this.position]: true };
    const shown = this.inline || this.opened;
    const invites = !this.begun;
    return html`<div class=${classMap(classes)} lang=${words.lang}>
      ${this.inline ? nothing : launcher(words, this)}
      <section
        id="panel"
        class="panel"
        role=${this.inline ? "region" : "dialog"}
        aria-label=${this.heading || words.title}
        ?hidden=${!shown}
        @keydown=${this.#press}
      >
        ${this.head === "none" ? nothing : head(words, this)}
        <div class="log">
          ${invites ? welcome(words, this.greeting) : this.#turns()} ${invites && this.head !== "none" ? this.#starters() : nothing}
        </div>
        ${this.offline ? html`<p class="offline" role="status">${words.offline}</p>` : nothing}
        <mingbai-box
          .words=${words}
          .running=${this.#talk.running}
          .ask=${(text: string) => void this.ask(text)}
          .stop=${() => this.#talk.stop()}
          .suggest=${(text: string) => this.#suggestions.typed(text, this.#talk.scope)}
        ></mingbai-box>
        ${invites && this.head === "none" ? this.#starters() : nothing}
        <p class="unseen" role="status" aria-live="polite">${this.said}</p>
      </section>
      <mingbai-place
        .words=${words}
        .base=${this.base}
        .beside=${this.original === "beside"}
        .pagesOf=${(id: string) => this.#pages.get(id) ?? 0}
        @mb-place=${(event: CustomEvent<string>) => this.#tell("place", event.detail)}
      ></mingbai-place>
    </div>`;
  }

  #starters(): TemplateResult | typeof nothing {
    return starters(this.words, this.starters, (question) => void this.ask(question));
  }

  #turns(): TemplateResult {
    const { words } = this;
    const { turns } = this.#talk;
    return html`<ol class="turns" aria-label=${words.turns} aria-busy=${this.#talk.running}>
      ${repeat(
        turns,
        (turn) => turn.key,
        (turn) => html`<li class="turn" data-key=${turn.key}>
          ${turn.question ? html`<p class="asked" lang="zh-CN"><span class="unseen">${words.you}</span>${turn.question}</p>` : nothing}
          ${this.#reply(turn, turn === turns.at(-1))}
        </li>`,
      )}
    </ol>`;
  }

  #reply(turn: Turn, last: boolean): TemplateResult {
    const { words } = this;
    const whole = turn.state === "done";
    const busy = turn.state === "waiting" || turn.state === "writing";
    const look = `${this.dark} ${this.large} ${this.colour}`;
    return html`
      ${turn.shared !== undefined && whole ? html`<p class="shared">${words.shared(dated(turn.shared, words.lang))}</p>` : nothing}
      ${turn.answer
        ? html`<mingbai-answer
            .answer=${turn.answer}
            .words=${words}
            .actions=${this.#actions}
            .whole=${whole}
            .last=${last}
            .look=${look}
          ></mingbai-answer>`
        : nothing}
      ${busy ? waiting(words, turn, () => this.#talk.stop()) : nothing}
      ${turn.answer && !whole && !busy ? html`<p class="partial">${words.answer.partial}</p>` : nothing}
      ${turn.state === "failed" || turn.state === "stopped"
        ? html`<mingbai-trouble
            .failure=${turn.state === "failed" ? turn.failure : null}
            .words=${words}
            .again=${() => void this.#talk.retry(turn)}
          ></mingbai-trouble>`
        : nothing}
    `;
  }

  /** The integrator's colour; set as properties, since a strict policy forbids style attributes. */
  #paint(): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>(".root")!;
    const tints = tint(this.colour, this.dark);
    for (const name of TINTS) {
      if (tints[name]) style.setProperty(name, tints[name]);
      else style.removeProperty(name);
    }
  }

  // What happens

  #actions: Actions = {
    ask: (question) => void this.ask(question),
    show: (citations, at, from) => this.place.show(citations, at, from),
    shareAddress: (answer) => (answer.id ? `${this.base}?answer=${encodeURIComponent(answer.id)}` : ""),
    judge: async (answer, verdict, reason, comment) => {
      await this.#talk.judge(answer, verdict, reason, comment);
      this.#tell("feedback", { answer_id: answer.id, verdict, reason });
    },
  };

  #changed(turn: Turn | null): void {
    this.requestUpdate();
    this.#tell("change");
    if (!turn) return;
    if (turn.state === "waiting") this.said = this.words.waiting;
    if (turn.state === "done") {
      this.said = turn.answer?.answer ?? "";
      this.#tell("answer", turn.answer);
    }
    if (turn.state === "failed") this.#tell("error", { kind: turn.failure?.kind });
    if (turn.state !== "writing") void this.#reveal(turn);
  }

  /** Bring a turn into view, its question first. */
  async #reveal(turn: Turn): Promise<void> {
    await this.updateComplete;
    const item = this.log?.querySelector<HTMLElement>(`[data-key="${turn.key}"]`);
    if (!item) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (this.inline) item.scrollIntoView({ block: "start", behavior });
    else this.log.scrollTo({ top: item.offsetTop - this.log.offsetTop, behavior }); // the page itself stays where it is
  }

  /** What is shown before the first question, and how many pages files have; fetched once it can be seen. */
  #feed(): void {
    const wanted = `${this.questions}|${this.entity}|${this.document}`;
    if (this.#fed === wanted) return;
    const first = !this.#fed;
    this.#fed = wanted;
    const given = this.questions.split("|").map((text) => text.trim()).filter(Boolean);
    if (given.length) this.starters = given;
    else void this.#suggestions.starters(this.#talk.scope).then((found) => (this.starters = found));
    if (first) void this.#count();
  }

  async #count(): Promise<void> {
    try {
      for (const { id, pages } of await load<Loaded[]>(`${this.base}v1/documents`)) this.#pages.set(id, pages);
    } catch {
      // then "第 7 页" instead of "第 7 / 27 页"
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && !this.place.open) this.close();
  }

  #looked = (): void => this.requestUpdate();

  #lined = (): void => {
    this.offline = !navigator.onLine;
  };

  #tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(`mingbai:${name}`, { detail, bubbles: true, composed: true }));
  }
}

const ELEMENTS: [string, CustomElementConstructor][] = [
  ["mingbai-answer", AnswerView],
  ["mingbai-box", Box],
  ["mingbai-graph", Graph],
  ["mingbai-place", Place],
  ["mingbai-trouble", Trouble],
  ["mingbai-verdict", Verdict],
  ["mingbai-chat", MingbaiChat],
];
for (const [name, element] of ELEMENTS) if (!customElements.get(name)) customElements.define(name, element);
