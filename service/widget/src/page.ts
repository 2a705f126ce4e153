// The page at /: the element, and around it what is loaded, what can be asked, and where figures come from.

import { html, render } from "lit";
import "./chat.js";
import type { MingbaiChat } from "./chat.js";
import { Shelf } from "./loaded.js";
import { keep, kept } from "./memory.js";
import { type Words, wordsOf } from "./words.js";

const BASE = new URL(".", document.baseURI).href;
const asked = new URLSearchParams(location.search);
const find = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;
const chat = find<MingbaiChat>("chat");
const language = find<HTMLSelectElement>("language");
const large = find("large");
const renew = find("renew");
const shelf = new Shelf(find("loaded-body"), BASE, wordsOf(""));

/** Simplified Chinese, unless the reader chose otherwise or reads traditional characters. */
function locale(): string {
  const usual = /^zh-(tw|hk|mo|hant)/i.test(navigator.language) ? "zh-TW" : "zh-CN";
  return wordsOf(asked.get("locale") || kept("locale") || usual).lang;
}

/** Write the page's own words. */
function speak(words: Words): void {
  document.documentElement.lang = words.lang;
  chat.locale = words.lang;
  language.value = words.lang;
  const texts: Record<string, string> = {
    skip: words.page.skip,
    line: words.page.line,
    footing: words.page.footing,
    large: words.large,
    renew: words.renew,
    "language-label": words.page.language,
    "loaded-title": words.loaded.title,
    "asks-title": words.page.askTitle,
    "sources-title": words.page.sourceTitle,
  };
  for (const [id, text] of Object.entries(texts)) find(id).textContent = text;
  large.title = words.largeHint;
  render(words.page.asks.map((text) => html`<li>${text}</li>`), find("asks"));
  render(words.page.sources.map((text) => html`<li>${text}</li>`), find("sources"));
  shelf.speak(words);
}

/** Large type is the page's and the element's alike. */
function size(): void {
  document.documentElement.classList.toggle("large", chat.isLarge);
  large.setAttribute("aria-pressed", String(chat.isLarge));
}

function begun(): void {
  renew.hidden = !chat.begun;
  document.body.classList.toggle("begun", chat.begun);
}

language.addEventListener("change", () => {
  keep("locale", language.value);
  speak(wordsOf(language.value));
});
large.addEventListener("click", () => chat.enlarge());
renew.addEventListener("click", () => chat.renew());
find("skip").addEventListener("click", (event) => {
  event.preventDefault();
  chat.focus();
});
chat.addEventListener("mingbai:large", size);
chat.addEventListener("mingbai:change", begun);
chat.addEventListener("mingbai:place", (event) => {
  document.body.classList.toggle("beside", (event as CustomEvent).detail === "open");
});

for (const panel of document.querySelectorAll<HTMLDetailsElement>("aside details")) panel.open = matchMedia("(min-width: 1088px)").matches;
speak(wordsOf(locale()));
size();
begun();
void shelf.refresh();
const shared = asked.get("answer");
if (shared) void chat.recall(shared);
