// Server-sent events: the parts of an answer in the order in which the service finds them.

import type { Answer, Citation, Figure, Option } from "./contract.js";

export type Part =
  | { event: "understanding"; data: { text?: string; entity?: string; year?: number; operation?: string } }
  | { event: "figures"; data: { figures: Figure[] } }
  | { event: "text"; data: { delta: string } }
  | { event: "citations"; data: { citations: Citation[] } }
  | { event: "notes"; data: { notes?: string[]; options?: Option[]; reason?: string | null } }
  | { event: "suggestions"; data: { suggestions: string[] } }
  | { event: "done"; data: Answer }
  | { event: "error"; data: { status?: number; detail?: string } };

/** The events of a body; `heard` is called for every piece that arrives, a ping too. */
export async function* events(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<Part> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      held += decoder.decode(value, { stream: true }).replaceAll("\r", "");
      const blocks = held.split("\n\n");
      held = blocks.pop() ?? "";
      for (const block of blocks) {
        const part = parse(block);
        if (part) yield part;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** One event of its lines; a comment alone, which is what a ping is, is none. */
function parse(block: string): Part | null {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, name, value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (name === "event") event = value;
    else if (name === "data") data.push(value);
  }
  return data.length ? ({ event, data: JSON.parse(data.join("\n")) } as Part) : null;
}

/** What is known of an answer after one more part. */
export function grown(answer: Answer, part: Part): Answer {
  if (part.event === "text") return { ...answer, answer: answer.answer + (part.data.delta ?? "") };
  if (part.event === "notes") {
    const { notes = [], options = [], reason = null } = part.data;
    return { ...answer, notes, options, reason };
  }
  if (part.event === "figures" || part.event === "citations" || part.event === "suggestions") return { ...answer, ...part.data };
  return answer;
}

/** An answer of which nothing is known yet. */
export function blank(conversation: string): Answer {
  return { id: "", conversation_id: conversation, status: "answered", answer: "" };
}
