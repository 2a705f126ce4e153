// The conversation of this tab: it outlives a reload, and ends with the tab or with "新对话".

const KEY = "mingbai.conversation";
const KEPT = 30;

/** The conversation's id and its turns, kept in `storage`. */
export class Memory {
  constructor(storage) {
    this.storage = storage;
    const kept = this.read();
    this.conversation = typeof kept.conversation === "string" ? kept.conversation : null;
    this.turns = Array.isArray(kept.turns) ? kept.turns : [];
  }

  add(question, answer) {
    this.conversation = answer.conversation_id || this.conversation;
    this.turns = [...this.turns, { question, answer }].slice(-KEPT);
    this.write();
  }

  clear() {
    this.conversation = null;
    this.turns = [];
    this.write();
  }

  read() {
    try {
      return JSON.parse(this.storage.getItem(KEY)) ?? {};
    } catch {
      return {}; // storage may be switched off, or hold what an older page wrote
    }
  }

  write() {
    try {
      this.storage.setItem(KEY, JSON.stringify({ conversation: this.conversation, turns: this.turns }));
    } catch {
      // full or switched off: the conversation then ends with a reload
    }
  }
}
