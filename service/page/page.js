// The chat page: takes a question, shows the answer, remembers the conversation for this tab.

import { answerBody, choice } from "./answer.js";
import { ask, load } from "./client.js";
import { button, element } from "./element.js";
import { Loaded } from "./loaded.js";
import { Place } from "./place.js";
import { Memory } from "./memory.js";

const find = (id) => document.getElementById(id);
const form = find("ask");
const box = find("question");
const turns = find("turns");
const memory = new Memory(sessionStorage);
const loaded = new Loaded(find("loaded"));
const place = new Place(find("place"), (id) => loaded.pagesOf(id));
const actions = { ask: put, show: (citation, number) => place.show(citation, number), copy };
let running = null; // the AbortController of the question that is being answered

/** Ask a question and show the turn; a second question waits until the first is answered or stopped. */
async function put(question) {
  const text = question.trim();
  if (!text || running) return;
  const turn = addTurn(text);
  await answerInto(turn, text);
}

async function answerInto(turn, question) {
  const mine = new AbortController();
  begin(mine);
  turn.show(waiting(() => mine.abort()));
  turn.reveal();
  try {
    const answer = await ask(question, memory.conversation, mine.signal);
    memory.add(question, answer);
    turn.show(answerBody(answer, actions));
  } catch (failure) {
    turn.show(failed(failure, mine.signal.aborted, () => running || answerInto(turn, question)));
  } finally {
    if (running === mine) begin(null);
  }
  if (turn.shown()) turn.reveal();
}

/** Mark a question as running, or none: the button then asks or stops. */
function begin(controller) {
  running = controller;
  find("send").textContent = controller ? "停止" : "提问";
  turns.setAttribute("aria-busy", String(Boolean(controller)));
}

/** A turn of the conversation: the question above, and room for what comes of it. */
function addTurn(question) {
  begun(true);
  const room = element("div", { class: "reply" });
  const item = element("li", { class: "turn" }, element("p", { class: "asked" }, element("span", { class: "unseen" }, "您问："), question), room);
  turns.append(item);
  return {
    show: (content) => room.replaceChildren(content),
    shown: () => item.isConnected,
    reveal: () => item.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" }),
  };
}

/** Before the first question the page invites; from then on it is a conversation. */
function begun(yes) {
  find("talk").classList.toggle("begun", yes);
  find("renew").hidden = !yes;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function waiting(stop) {
  const dots = element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i"));
  return element("p", { class: "waiting" }, "正在查账", dots, button("停止", "quiet small", stop));
}

function failed(failure, stopped, again) {
  const title = stopped ? "已停止" : (failure.title ?? "页面出了问题");
  const advice = stopped ? "没有等到答案。" : (failure.advice ?? "请刷新页面再试。");
  const retry = stopped || failure.again ? button("重试", "choice", again) : null;
  return element("div", { class: "failed", role: "alert" }, element("p", { class: "status" }, title), element("p", {}, advice), retry);
}

async function copy(text, pressed) {
  const done = await written(text);
  const before = pressed.textContent;
  pressed.textContent = done ? "已复制" : "没能复制";
  setTimeout(() => (pressed.textContent = before), 1600);
}

/** Write to the clipboard; browsers refuse the modern way on plain http, so the old one is kept beside it. */
async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const held = element("textarea", { class: "unseen" });
    held.value = text;
    document.body.append(held);
    held.select();
    const done = document.execCommand("copy");
    held.remove();
    return done;
  }
}

function renew() {
  running?.abort();
  memory.clear();
  turns.replaceChildren();
  begun(false);
  box.focus();
}

function submit(event) {
  event.preventDefault();
  if (running) {
    running.abort();
    return;
  }
  const question = box.value;
  if (!question.trim()) return;
  box.value = "";
  grow();
  if (matchMedia("(pointer: coarse)").matches) box.blur(); // puts the phone's keyboard away
  put(question);
}

/** Enter sends and Shift+Enter breaks the line; while an input method is composing, Enter belongs to it. */
function press(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  if (!running) form.requestSubmit();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

async function showStarters() {
  const starters = find("starters");
  try {
    const questions = await load("/v1/suggestions");
    const items = questions.map((question) => element("li", {}, choice({ question }, actions)));
    starters.querySelector("ul").replaceChildren(...items);
    starters.hidden = !items.length;
  } catch {
    starters.hidden = true; // a question can be asked without them, and asking will tell what is wrong
  }
}

function restore() {
  for (const { question, answer } of memory.turns) addTurn(question).show(answerBody(answer, actions));
}

form.addEventListener("submit", submit);
box.addEventListener("keydown", press);
box.addEventListener("input", grow);
find("renew").addEventListener("click", renew);
find("loaded").open = matchMedia("(min-width: 68rem)").matches;
restore();
showStarters();
loaded.refresh();
