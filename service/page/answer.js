// An answer on the page: the headline figure, the words, the working, the notes, where it all stands.

import { amount, button, element, grouped, groupedWithin } from "./element.js";

const LABELS = {
  clarify: "想先问清楚",
  no_answer: "资料里没有",
  out_of_scope: "不在回答范围",
};

const REASONS = {
  entity_not_loaded: "没有收录这个部门",
  year_not_loaded: "没有收录这个年度",
  stage_not_loaded: "没有收录这类文件",
  nothing_loaded: "还没有装入文件",
  not_disclosed: "文件没有公开这一项",
  low_confidence: "把握不足，不作答",
};

/**
 * The body of an answered turn. `actions` are what its buttons do:
 * `ask(question)`, `show(citation, number)`, `copy(text, button)`.
 */
export function answerBody(answer, actions) {
  const figures = answer.figures ?? [];
  const mark = (index) => citationMark(answer, index, actions);
  return element(
    "div",
    { class: `answer answer-${answer.status}` },
    statusLine(answer),
    figures.length ? headline(figures[0], mark) : null,
    element("p", { class: "answer-text" }, markedText(answer, mark)),
    figures.length > 1 ? figureTable(figures, mark) : null,
    figures.length ? working(figures, mark) : null,
    notes(answer.notes ?? []),
    choices("请选一个", answer.options ?? [], actions),
    sources(answer, actions),
    choices("可以接着问", (answer.suggestions ?? []).map((question) => ({ label: question, question })), actions),
    tail(answer, actions),
  );
}

function statusLine(answer) {
  const label = LABELS[answer.status];
  if (!label) return null;
  return element("p", { class: "status" }, REASONS[answer.reason] ?? label);
}

function headline(figure, mark) {
  return element(
    "div",
    { class: "headline" },
    element("p", { class: "headline-label" }, figure.label),
    element(
      "p",
      { class: "headline-value" },
      element("span", { class: "number" }, grouped(figure.value)),
      element("span", { class: "unit" }, figure.unit),
      mark(figure.citation),
    ),
    element("ul", { class: "chips", "aria-label": "这个数的口径" }, chips(figure)),
  );
}

function chips(figure) {
  const printed = bare(figure.printed) === bare(figure.value + figure.unit) ? "" : figure.printed;
  return [
    ["部门", figure.entity],
    ["年度", figure.year ? `${figure.year}年` : ""],
    ["阶段", figure.stage],
    ["单位", figure.unit],
    ["原文写作", printed],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => element("li", { class: "chip" }, element("span", {}, name), value));
}

/** A printed amount without what typesetting adds. */
function bare(text) {
  return String(text ?? "").replace(/[\s,，]/g, "");
}

/** The answer's text; where it says [2], that becomes the mark of the second citation. */
function markedText(answer, mark) {
  const count = (answer.citations ?? []).length;
  return String(answer.answer ?? "")
    .split(/(\[\d{1,3}\])/)
    .map((part) => {
      const number = /^\[(\d+)\]$/.exec(part)?.[1];
      return number && Number(number) >= 1 && Number(number) <= count ? mark(Number(number) - 1) : part;
    });
}

function citationMark(answer, index, actions) {
  const citation = (answer.citations ?? [])[index];
  if (index === null || index === undefined || !citation) return null;
  const label = `出处 ${index + 1}：${placeOf(citation)}`;
  return button(String(index + 1), "mark", () => actions.show(citation, index + 1), {
    "aria-label": label,
    title: label,
  });
}

/** Where a citation stands, in words: file · page · table · row × column. */
export function placeOf(citation) {
  const cell = [citation.row, citation.column].filter(Boolean).join(" × ");
  return [citation.file, `第${citation.page}页`, citation.table, cell].filter(Boolean).join(" · ");
}

/** All figures as a table; a column in which they do not differ is left out, the chips already say it. */
function figureTable(figures, mark) {
  const columns = [
    ["项目", (figure) => figure.label],
    ["部门", (figure) => figure.entity],
    ["年度", (figure) => (figure.year ? `${figure.year}` : "")],
    ["阶段", (figure) => figure.stage],
  ].filter(([, read]) => new Set(figures.map(read)).size > 1);
  const largest = barScale(figures);
  const row = (figure) =>
    element(
      "tr",
      {},
      columns.map(([, read], index) => element(index ? "td" : "th", index ? {} : { scope: "row" }, read(figure))),
      largest ? element("td", { class: "bar-cell", "aria-hidden": "true" }, bar(Number(figure.value) / largest)) : null,
      element("td", { class: "sum" }, amount(figure.value, figure.unit), mark(figure.citation)),
    );
  return element(
    "div",
    { class: "scroller", tabindex: 0, role: "region", "aria-label": "各项数字" },
    element(
      "table",
      { class: "figures" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map(([name]) => element("th", { scope: "col" }, name)),
          largest ? element("td", { class: "bar-cell", "aria-hidden": "true" }) : null,
          element("th", { scope: "col", class: "sum" }, "数额"),
        ),
      ),
      element("tbody", {}, figures.map(row)),
    ),
  );
}

/** The largest magnitude, if the figures can be compared at all; floats serve only to draw bars. */
function barScale(figures) {
  const same = new Set(figures.map((figure) => figure.unit)).size === 1;
  const largest = Math.max(...figures.map((figure) => Math.abs(Number(figure.value))));
  return same && Number.isFinite(largest) && largest > 0 ? largest : 0;
}

function bar(share) {
  const drawn = element("span", { class: share < 0 ? "bar bar-minus" : "bar" });
  drawn.style.setProperty("--share", String(Math.abs(share)));
  return drawn;
}

function working(figures, mark) {
  const computed = figures.filter((figure) => figure.formula);
  if (!computed.length) return null;
  return element(
    "section",
    { class: "working" },
    element("h3", {}, "怎么算的"),
    computed.map((figure) => [
      computed.length > 1 ? element("p", { class: "working-label" }, figure.label) : null,
      element("p", { class: "formula" }, groupedWithin(figure.formula)),
      inputs(figure.inputs ?? [], mark),
    ]),
  );
}

function inputs(operands, mark) {
  if (!operands.length) return null;
  return element(
    "dl",
    { class: "inputs" },
    operands.map((operand) =>
      element(
        "div",
        {},
        element("dt", {}, operand.label),
        element("dd", {}, amount(operand.value, operand.unit), mark(operand.citation)),
      ),
    ),
  );
}

function notes(texts) {
  if (!texts.length) return null;
  return element("ul", { class: "notes" }, texts.map((text) => element("li", {}, text)));
}

/** Questions as buttons; pressing one asks it. */
export function choices(title, options, actions) {
  if (!options.length) return null;
  return element(
    "section",
    { class: "ask-on" },
    element("h3", {}, title),
    element("ul", { class: "choices" }, options.map((option) => element("li", {}, choice(option, actions)))),
  );
}

/** One question as a button. */
export function choice(option, actions) {
  return button(option.label || option.question, "choice", () => actions.ask(option.question));
}

function sources(answer, actions) {
  const citations = answer.citations ?? [];
  if (!citations.length) return null;
  const entry = (citation, index) =>
    element(
      "li",
      {},
      button(
        [element("span", { class: "mark" }, String(index + 1)), element("span", { class: "source-place" }, placeOf(citation))],
        "source",
        () => actions.show(citation, index + 1),
      ),
      quoted(citation, answer) ? element("q", { class: "quote" }, citation.quote) : null,
    );
  return element(
    "section",
    { class: "sources" },
    element("h3", {}, "出处"),
    element("ol", {}, citations.map(entry)),
  );
}

/** Whether to repeat a sentence under its source: not for a cell, nor where the answer has just quoted it. */
function quoted(citation, answer) {
  return citation.quote && !citation.row && !answer.answer.includes(citation.quote);
}

function tail(answer, actions) {
  const spent = Number(answer.timings_ms?.total);
  return element(
    "p",
    { class: "tail" },
    button("复制答案", "quiet small", (event) => actions.copy(plainText(answer), event.currentTarget)),
    Number.isFinite(spent) && spent > 0 ? element("span", {}, `用时 ${(spent / 1000).toFixed(2)} 秒`) : null,
  );
}

/** The answer as text for the clipboard, with its working and its sources. */
export function plainText(answer) {
  const lines = [answer.answer];
  for (const figure of answer.figures ?? []) if (figure.formula) lines.push(`${figure.label}：${figure.formula}`);
  lines.push(...(answer.notes ?? []));
  (answer.citations ?? []).forEach((citation, index) => lines.push(`[${index + 1}] ${placeOf(citation)}`));
  return lines.filter(Boolean).join("\n");
}
