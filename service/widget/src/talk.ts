// The conversation: its turns, which one is running, what is remembered. It knows nothing of how it is shown.

import { ask, Failure, load, send } from "./client.js";
import type { Answer, Kept, Question, Scope } from "./contract.js";
import { Memory } from "./memory.js";
import { blank, grown, type Part } from "./stream.js";

const REMINDED = 6; // earlier questions that are sent along, in case the service was started anew

export type State = "waiting" | "writing" | "done" | "failed" | "stopped";

export interface Turn {
  key: number;
  question: string;
  state: State;
  told: string; // what the service says it is doing
  answer: Answer | null;
  failure: Failure | null;
  shared?: string; // when it was answered, if it came by a link
}

/** One conversation with the service at `base`; `changed` is called after every change. */
export class Talk {
  turns: Turn[] = [];
  scope: Scope = {};
  #running: AbortController | null = null;
  #keys = 0;

  constructor(
    readonly base: string,
    readonly memory: Memory,
    readonly changed: (turn: Turn | null) => void,
  ) {
    this.turns = memory.turns.map(({ question, answer }) => this.#turn(question, { state: "done", answer }));
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Ask, and wait for what comes of it; a second question waits until the first is answered or stopped. */
  async ask(text: string): Promise<Turn | null> {
    const question = text.trim();
    if (!question || this.running) return null;
    const turn = this.#turn(question, {});
    this.turns = [...this.turns, turn];
    await this.#run(turn);
    return turn;
  }

  /** Ask the question of a turn again, in its place. */
  async retry(turn: Turn): Promise<void> {
    if (!this.running) await this.#run(turn);
  }

  stop(): void {
    this.#running?.abort();
  }

  /** Forget the conversation. */
  clear(): void {
    this.stop();
    this.memory.clear();
    this.turns = [];
    this.changed(null);
  }

  /** Show an answer that was given before, by the id in its link. */
  async recall(id: string): Promise<void> {
    const turn = this.#turn("", { shared: "" });
    this.turns = [...this.turns, turn];
    this.changed(turn);
    try {
      const kept = await load<Kept>(`${this.base}v1/answers/${encodeURIComponent(id)}`);
      Object.assign(turn, { question: kept.question, answer: kept.answer, shared: kept.asked_at, state: "done" });
    } catch (error) {
      Object.assign(turn, { state: "failed", failure: failureOf(error) });
    }
    this.changed(turn);
  }

  /** Tell the service whether an answer was of use. */
  async judge(answer: Answer, verdict: "up" | "down", reason?: string, comment?: string): Promise<void> {
    await send(`${this.base}v1/feedback`, {
      answer_id: answer.id,
      verdict,
      ...(reason ? { reason } : {}),
      ...(comment ? { comment } : {}),
    });
  }

  #turn(question: string, more: Partial<Turn>): Turn {
    return { key: ++this.#keys, question, state: "waiting", told: "", answer: null, failure: null, ...more };
  }

  async #run(turn: Turn): Promise<void> {
    const mine = (this.#running = new AbortController());
    Object.assign(turn, { state: "waiting", told: "", answer: null, failure: null });
    this.changed(turn);
    try {
      const answer = await ask(this.base, this.#body(turn.question), mine.signal, (part) => this.#grow(turn, part));
      Object.assign(turn, { state: "done", answer });
      if (this.turns.includes(turn)) this.memory.add(turn.question, answer);
    } catch (error) {
      if (mine.signal.aborted) Object.assign(turn, { state: "stopped" });
      else Object.assign(turn, { state: "failed", failure: failureOf(error) });
    } finally {
      if (this.#running === mine) this.#running = null;
    }
    this.changed(turn);
  }

  #grow(turn: Turn, part: Part): void {
    if (part.event === "understanding") turn.told = part.data.text ?? "";
    else {
      turn.answer = grown(turn.answer ?? blank(this.memory.conversation), part);
      turn.state = "writing";
    }
    this.changed(turn);
  }

  #body(question: string): Question {
    const { entity, document, year } = this.scope;
    const history = this.memory.turns.slice(-REMINDED).map((turn) => turn.question);
    return {
      question,
      ...(history.length ? { history } : {}),
      ...(this.memory.conversation ? { conversation_id: this.memory.conversation } : {}),
      ...(entity ? { entity } : {}),
      ...(document ? { document_id: document } : {}),
      ...(year ? { year } : {}),
    };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  console.error("mingbai", error);
  return new Failure("page");
}
