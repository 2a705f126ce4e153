// What several figures have in common and in what they differ: the columns of their table, the axes of their chart.

import type { Answer, Figure } from "./contract.js";
import { grouped } from "./numbers.js";
import type { Words } from "./words.js";

export interface Column {
  name: string;
  read: (figure: Figure) => string;
}

export interface Series {
  name: string;
  values: (number | null)[]; // numbers serve only to draw; what is written beside them is `texts`
  texts: string[];
}

export interface Drawing {
  kind: "line" | "bar" | "rows";
  title: string;
  unit: string;
  categories: string[];
  series: Series[];
}

/** The operation of a plan whose first figure is the answer though the others are of its kind: the first of a ranking. */
const RANKING = "排名";

/** Whether the first figure is the one that was asked for: alone, first of a ranking, or computed of the others. */
export function hasHeadline({ figures = [], plan }: Answer): boolean {
  const [first, ...others] = figures;
  if (!first || !others.length) return Boolean(first);
  if (plan?.["operation"] === RANKING) return first.unit === others[0]!.unit;
  return Boolean(first.formula) && others.every((figure) => !figure.formula);
}

/** Columns in which the figures differ; the others are said once, by the chips or the text. */
export function columnsOf(figures: Figure[], words: Words): Column[] {
  const { item, entity, year, stage } = words.answer;
  const all: Column[] = [
    { name: entity, read: (figure) => figure.entity },
    { name: item, read: (figure) => figure.label },
    { name: year, read: (figure) => (figure.year ? `${figure.year}` : "") },
    { name: stage, read: (figure) => figure.stage },
  ];
  const differing = all.filter(({ read }) => new Set(figures.map(read)).size > 1);
  return differing.length ? differing : [all[1]!];
}

/** How to draw figures, or null if a picture would not help: one figure, several units, or no order in them. */
export function drawingOf(all: Figure[], words: Words): Drawing | null {
  const computed = all.length > 2 && all[0]!.unit !== all[1]!.unit; // a share of what stands behind it, say
  const figures = computed ? all.slice(1) : all;
  const units = new Set(figures.map((figure) => figure.unit));
  const numbers = figures.map((figure) => Number(figure.value));
  if (figures.length < 2 || units.size > 1 || !numbers.every(Number.isFinite) || !numbers.some(Boolean)) return null;
  const years = differ(figures, (figure) => figure.year);
  const stages = differ(figures, (figure) => figure.stage);
  const labels = differ(figures, (figure) => figure.label);
  const entities = differ(figures, (figure) => figure.entity);
  const time = (figure: Figure) => (stages ? `${figure.year} ${figure.stage}` : `${figure.year}`);
  const name = (figure: Figure) => [entities && figure.entity, labels && figure.label].filter(Boolean).join(" ");
  const item = (figure: Figure) => (labels ? figure.label : figure.entity);
  const group = (figure: Figure) => [labels && entities && figure.entity, stages && figure.stage].filter(Boolean).join(" ");
  const drawn = years ? spread(figures, time, name) : spread(figures, item, group);
  if (!drawn) return null;
  const crowded = drawn.categories.length > 4 || drawn.categories.some((text) => text.length > 8);
  const kind = years ? (drawn.categories.length > 2 && !stages ? "line" : "bar") : crowded ? "rows" : "bar";
  return { ...drawn, kind, title: titleOf(figures, words), unit: figures[0]!.unit };
}

function differ(figures: Figure[], read: (figure: Figure) => unknown): boolean {
  return new Set(figures.map(read)).size > 1;
}

/** Figures over categories and series; null where one place would hold two figures. */
function spread(figures: Figure[], category: (figure: Figure) => string, group: (figure: Figure) => string) {
  const categories = [...new Set(figures.map(category))];
  const names = [...new Set(figures.map(group))];
  const series = names.map((name) => ({
    name,
    values: categories.map((): number | null => null),
    texts: categories.map(() => ""),
  }));
  for (const figure of figures) {
    const at = categories.indexOf(category(figure));
    const into = series[names.indexOf(group(figure))]!;
    if (into.values[at] !== null) return null;
    into.values[at] = Number(figure.value);
    into.texts[at] = grouped(figure.value);
  }
  return categories.length > 1 ? { categories, series } : null;
}

/** What all figures share, in words. */
export function titleOf(figures: Figure[], words: Words): string {
  const shared = (read: (figure: Figure) => string) => {
    const values = [...new Set(figures.map(read))];
    return values.length === 1 ? values[0] : "";
  };
  return (
    [
      shared((figure) => figure.entity),
      shared((figure) => (figure.year ? words.answer.yearOf(figure.year) : "")),
      shared((figure) => figure.stage),
      shared((figure) => figure.label),
    ]
      .filter(Boolean)
      .join(" ") || words.answer.figures
  );
}

/** The figures as CSV that spreadsheets read as UTF-8; a text cannot become a formula there. */
export function csvOf(figures: Figure[], words: Words): string {
  const { item, entity, year, stage, unit, amount, printed } = words.answer;
  const rows = figures.map((figure) => [
    safe(figure.entity),
    safe(figure.label),
    figure.year ? String(figure.year) : "",
    safe(figure.stage),
    /^[+-]?\d+(\.\d+)?$/.test(figure.value) ? figure.value : safe(figure.value),
    safe(figure.unit),
    safe(figure.printed ?? ""),
  ]);
  const lines = [[entity, item, year, stage, amount, unit, printed], ...rows];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
