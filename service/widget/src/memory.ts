// The conversation of this tab: it outlives a reload, and ends with the tab or with "新对话".

import type { Answer } from "./contract.js";

const KEPT = 30;

export interface Exchange {
  question: string;
  answer: Answer;
}

/** The conversation's id and its turns, kept in the tab's storage under `key`. */
export class Memory {
  conversation = "";
  turns: Exchange[] = [];

  constructor(readonly key: string) {
    const kept = this.#read();
    if (typeof kept.conversation === "string") this.conversation = kept.conversation;
    if (Array.isArray(kept.turns)) this.turns = kept.turns.filter((turn) => turn?.question && turn?.answer);
  }

  add(question: string, answer: Answer): void {
    this.conversation = answer.conversation_id || this.conversation;
    this.turns = [...this.turns, { question, answer }].slice(-KEPT);
    this.#write();
  }

  clear(): void {
    this.conversation = "";
    this.turns = [];
    this.#write();
  }

  #read(): Partial<Memory> {
    try {
      return (JSON.parse(sessionStorage.getItem(this.key) ?? "null") as Partial<Memory>) ?? {};
    } catch {
      return {}; // storage may be switched off, or hold what an older page wrote
    }
  }

  #write(): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ conversation: this.conversation, turns: this.turns }));
    } catch {
      // full or switched off: the conversation then ends with a reload
    }
  }
}

/** A choice of the reader that outlives the tab, such as large type. */
export function kept(name: string): string {
  try {
    return localStorage.getItem(`mingbai.${name}`) ?? "";
  } catch {
    return "";
  }
}

/** Remember a choice; where storage is switched off it lasts as long as the page. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`mingbai.${name}`, value);
  } catch {
    // nothing to do: see above
  }
}
