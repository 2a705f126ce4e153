// Questions that are sure to be answered: to begin with, and while typing.

import { Failure, load } from "./client.js";
import type { Scope, Suggested } from "./contract.js";

const LIMIT = 6;
const LONGEST = 100; // characters; who has typed more knows what to ask

/** Suggestions of the service at `base`. Where there are none the box simply stays without them. */
export class Suggestions {
  #starters: Promise<string[]> | null = null;
  #typed = true; // whether the service has suggestions for what is typed

  constructor(readonly base: string) {}

  /** Questions to begin with. */
  async starters(scope: Scope): Promise<string[]> {
    if (scope.entity || scope.document) {
      const found = await this.#fetch("", scope).catch(() => []);
      if (found.length) return found.map(({ question }) => question);
    }
    this.#starters ??= load<string[]>(`${this.base}v1/suggestions`);
    try {
      return await this.#starters;
    } catch {
      this.#starters = null; // a question can be asked without them, and asking will tell what is wrong
      return [];
    }
  }

  /** Questions that go on from what is typed. */
  async typed(text: string, scope: Scope): Promise<Suggested[]> {
    if (text.length > LONGEST) return [];
    if (this.#typed) {
      try {
        return await this.#fetch(text, scope);
      } catch (error) {
        if (!(error instanceof Failure) || error.again) return [];
        this.#typed = false; // an older service: go on with the questions to begin with
      }
    }
    const wanted = [...text.replace(/\s/g, "")];
    const starters = await this.starters(scope);
    return starters.filter((one) => wanted.every((letter) => one.includes(letter))).map((question) => ({ question }));
  }

  async #fetch(text: string, scope: Scope): Promise<Suggested[]> {
    const query = new URLSearchParams({ q: text, limit: String(LIMIT) });
    if (scope.entity) query.set("entity", scope.entity);
    if (scope.document) query.set("document_id", scope.document);
    const found = await load<Suggested[]>(`${this.base}v1/suggest?${query}`);
    return found.filter(({ question }) => typeof question === "string").slice(0, LIMIT);
  }
}
