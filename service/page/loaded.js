// What is loaded: departments, and for each the years and kinds of its documents.

import { load } from "./client.js";
import { button, element, grouped } from "./element.js";
import { fileAddress } from "./place.js";

const MANY = 8; // departments from which on a filter helps

/** The panel of loaded documents; also knows how many pages each has. */
export class Loaded {
  constructor(panel) {
    this.panel = panel;
    this.body = panel.querySelector(".loaded-body");
    this.line = panel.querySelector(".summary-line");
    this.documents = [];
  }

  /** Number of pages of a document, 0 if it is not known. */
  pagesOf(id) {
    return this.documents.find((document) => document.id === id)?.pages ?? 0;
  }

  /** Fetch the list and show it. */
  async refresh() {
    try {
      this.documents = await load("/v1/documents");
      this.render();
    } catch (failure) {
      this.body.replaceChildren(
        element("p", { class: "faint" }, `${failure.title ?? "资料列表没能取到"}。${failure.advice ?? ""}`),
        button("重试", "quiet small", () => this.refresh()),
      );
    }
  }

  render() {
    const groups = byDepartment(this.documents);
    const figures = this.documents.reduce((sum, document) => sum + document.facts, 0);
    this.line.textContent = this.documents.length ? `${groups.size} 个部门，${this.documents.length} 份文件` : "";
    if (!this.documents.length) {
      this.body.replaceChildren(element("p", { class: "faint" }, "还没有装入任何文件。请用 mingbai ingest 导入预算、决算文件。"));
      return;
    }
    const entries = [...groups].map(([entity, documents]) => department(entity, documents));
    this.body.replaceChildren(
      ...(groups.size > MANY ? [filter(entries)] : []),
      element("ul", { class: "departments" }, entries),
      element("p", { class: "faint" }, `共读出 ${grouped(figures)} 个数字，各有出处。`),
    );
  }
}

/** Documents grouped by department, in the order they came. */
function byDepartment(documents) {
  const groups = new Map();
  for (const document of documents) {
    const name = document.entity || document.title || document.file;
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  return groups;
}

function department(entity, documents) {
  const link = (document) =>
    element(
      "li",
      {},
      element(
        "a",
        {
          class: "edition",
          href: fileAddress(document.id),
          target: "_blank",
          rel: "noopener",
          title: `${document.file}（${document.pages}页，${document.facts}个数字）`,
        },
        `${document.year} ${document.kind}${document.superseded_by ? "（已被取代）" : ""}`,
      ),
    );
  return element(
    "li",
    { class: "department" },
    element("span", { class: "department-name" }, entity),
    element("ul", { class: "editions" }, documents.map(link)),
  );
}

function filter(entries) {
  const narrow = (event) => {
    const wanted = event.currentTarget.value.trim();
    for (const entry of entries) entry.hidden = Boolean(wanted) && !entry.textContent.includes(wanted);
  };
  return element("input", { type: "search", class: "filter", placeholder: "按部门或年度筛选", "aria-label": "筛选资料", input: narrow });
}
