// What goes in and out of the service: the contract of POST /v1/ask and its neighbours.

export interface Input {
  label: string;
  value: string;
  unit: string;
  citation?: number | null;
}

export interface Figure {
  label: string;
  value: string;
  unit: string;
  printed?: string | null;
  entity: string;
  year: number;
  stage: string;
  formula?: string | null;
  inputs?: Input[];
  citation?: number | null;
}

export interface Citation {
  file: string;
  document_id: string;
  title: string;
  page: number;
  table?: string;
  row?: string;
  column?: string;
  quote?: string;
  bbox?: number[];
  image?: string;
}

export interface Option {
  label: string;
  question: string;
}

export type Status = "answered" | "clarify" | "no_answer" | "out_of_scope";

export interface Answer {
  id: string;
  conversation_id: string;
  status: Status;
  answer: string;
  figures?: Figure[];
  citations?: Citation[];
  reason?: string | null;
  options?: Option[];
  notes?: string[];
  suggestions?: string[];
  plan?: Record<string, unknown>;
  timings_ms?: { total?: number };
}

/** What a question is limited to. */
export interface Scope {
  entity?: string;
  document?: string;
  year?: number;
}

export interface Question {
  question: string;
  conversation_id?: string;
  entity?: string;
  document_id?: string;
  year?: number;
  history?: string[]; // earlier questions, oldest first, for a service that does not hold the conversation any more
  stream?: boolean;
}

/** An answer that was given before, as its permalink tells it. */
export interface Kept {
  id: string;
  asked_at: string;
  question: string;
  answer: Answer;
}

export interface Loaded {
  id: string;
  file: string;
  title: string;
  entity: string;
  year: number;
  kind: string;
  pages: number;
  facts: number;
  superseded_by?: string;
}

export interface Suggested {
  question: string;
  entity?: string;
  year?: number;
}
