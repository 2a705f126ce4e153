// Talking to the service, and telling what went wrong in a way that words can be found for.

import type { Answer, Question } from "./contract.js";
import { events, type Part } from "./stream.js";

const PATIENCE = 60_000;
const SILENCE = 40_000; // the service pings every ten seconds while it works
const UNTOLD_WAIT = 20; // seconds to wait after a 429 whose Retry-After cannot be read

/** A request that did not succeed: `kind` names the words for it, `again` says whether trying again can help. */
export class Failure extends Error {
  constructor(
    readonly kind: string,
    readonly again = true,
    readonly detail = "",
    readonly trace = "",
    readonly wait = 0,
  ) {
    super(kind);
  }
}

/** Gives up when asked to, or when nothing has been heard for a while. */
class Patience {
  readonly #quit = new AbortController();
  readonly #stop = () => this.#quit.abort();
  #timer = 0;
  tired = false;

  constructor(
    readonly asked?: AbortSignal,
    span = PATIENCE,
  ) {
    asked?.addEventListener("abort", this.#stop);
    if (asked?.aborted) this.#stop();
    this.wait(span);
  }

  get signal(): AbortSignal {
    return this.#quit.signal;
  }

  wait(span: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.tired = true;
      this.#stop();
    }, span);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.asked?.removeEventListener("abort", this.#stop);
  }
}

/** The response of `address` if it is a success; throws a Failure, or an AbortError when `signal` was used. */
export async function reach(address: string, options: RequestInit = {}): Promise<Response> {
  const patience = new Patience(options.signal ?? undefined);
  try {
    return await opened(address, options, patience);
  } finally {
    patience.end();
  }
}

/** The parsed JSON of `address`. */
export async function load<T>(address: string, options: RequestInit = {}): Promise<T> {
  return parsed<T>(await reach(address, options));
}

/** Send JSON, get JSON. */
export function send<T>(address: string, body: unknown): Promise<T> {
  return load<T>(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Ask a question; `told` hears the parts of the answer as they come. A service that does not stream is fine. */
export async function ask(base: string, question: Question, signal: AbortSignal, told: (part: Part) => void): Promise<Answer> {
  const patience = new Patience(signal);
  try {
    const response = await opened(
      `${base}v1/ask`,
      {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream, application/json;q=0.9" },
        body: JSON.stringify({ ...question, stream: true }),
      },
      patience,
    );
    if (!isStream(response)) return await parsed<Answer>(response);
    return await followed(response, patience, told);
  } finally {
    patience.end();
  }
}

function isStream(response: Response): boolean {
  return (response.headers.get("content-type") ?? "").startsWith("text/event-stream");
}

/** Read a stream to its end; one that ends without `done` has broken off. */
async function followed(response: Response, patience: Patience, told: (part: Part) => void): Promise<Answer> {
  try {
    for await (const part of events(response.body!, () => patience.wait(SILENCE))) {
      if (part.event === "done") return part.data;
      if (part.event === "error") throw problem(part.data.status ?? 500, part.data.detail ?? "", response.headers);
      told(part);
    }
  } catch (error) {
    if (error instanceof Failure || patience.asked?.aborted) throw error;
    throw new Failure(patience.tired ? "slow" : "broken");
  }
  throw new Failure("broken");
}

async function opened(address: string, options: RequestInit, patience: Patience): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { ...options, signal: patience.signal, credentials: "same-origin" });
  } catch (error) {
    if (patience.asked?.aborted) throw error;
    throw new Failure(patience.tired ? "slow" : navigator.onLine ? "unreachable" : "offline");
  }
  if (response.ok) return response;
  throw problem(response.status, await detailOf(response), response.headers);
}

async function parsed<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Failure(error instanceof TypeError ? "broken" : "unreadable");
  }
}

async function detailOf(response: Response): Promise<string> {
  try {
    const told = (await response.json()) as { detail?: unknown };
    return typeof told.detail === "string" ? told.detail : "";
  } catch {
    return ""; // a proxy may answer in HTML; the status alone is enough to say what to do
  }
}

function problem(status: number, detail: string, headers: Headers): Failure {
  const trace = headers.get("x-request-id") ?? "";
  if (status === 404) return new Failure("gone", false, detail);
  if (status === 413) return new Failure("large", false);
  if (status === 429) return new Failure("limited", true, detail, "", secondsUntil(headers.get("retry-after")));
  if (status === 503) return new Failure("closed", true, detail, "", secondsUntil(headers.get("retry-after"), 0));
  if (status >= 500) return new Failure("failed", true, "", trace);
  return new Failure("refused", false, detail);
}

/** `Retry-After` in seconds, whether it gives seconds or a date. */
export function secondsUntil(told: string | null, otherwise = UNTOLD_WAIT): number {
  if (!told) return otherwise;
  const seconds = /^\d+$/.test(told.trim()) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : otherwise;
}
