// /embed: the element alone in a frame, for sites whose policies allow no foreign script. The address holds its attributes.

import "./chat.js";
import { wordsOf } from "./words.js";

const NAMES = ["title", "color", "greeting", "questions", "entity", "document", "locale", "theme"];
const asked = new URLSearchParams(location.search);
const chat = document.createElement("mingbai-chat");
chat.setAttribute("data-position", "inline");
for (const name of NAMES) if (asked.get(name)) chat.setAttribute(`data-${name}`, asked.get(name)!);
const words = wordsOf(asked.get("locale"));
document.documentElement.lang = words.lang;
document.title = asked.get("title") || words.title;
document.querySelector("main")!.replaceChildren(chat);
