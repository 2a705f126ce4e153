// /widget.js: one small classic script. It loads the element as a module and puts one where the script stands.

declare const __CHAT__: string;

(() => {
  const NAME = /\/widget\.js(\?|#|$)/;
  const script =
    (document.currentScript as HTMLScriptElement | null) ??
    [...document.querySelectorAll<HTMLScriptElement>("script[src]")].reverse().find(({ src }) => NAME.test(src));
  if (!script) return;
  const base = new URL(".", script.src).href;
  const ready = import(/* @vite-ignore */ base + __CHAT__);
  ready.catch((error) => console.error("明白账：问答没能载入，请检查网络或内容安全策略（script-src）。", error));

  type Chat = HTMLElement & Record<"open" | "close" | "ask" | "setScope" | "renew", (...given: unknown[]) => unknown>;
  const find = (which?: string) =>
    (which ? document.getElementById(which) : document.querySelector("mingbai-chat")) as Chat | null;
  const calls =
    (name: "open" | "close" | "ask" | "setScope" | "renew", which?: string) =>
    (...given: unknown[]) =>
      ready.then(() => find(which)?.[name](...given));
  const api = (which?: string) => ({
    open: calls("open", which),
    close: calls("close", which),
    ask: calls("ask", which),
    setScope: calls("setScope", which),
    renew: calls("renew", which),
    on(name: string, handler: (detail: unknown, element: EventTarget | null) => void) {
      const heard = (event: Event) => {
        if (!which || event.target === find(which)) handler((event as CustomEvent).detail, event.target);
      };
      document.addEventListener(`mingbai:${name}`, heard);
      return () => document.removeEventListener(`mingbai:${name}`, heard);
    },
  });
  const page = window as unknown as { mingbai?: unknown };
  page.mingbai ??= { ...api(), ready, get: (id: string) => api(id) };

  function put(): void {
    const chat = document.createElement("mingbai-chat");
    for (const { name, value } of [...script!.attributes]) if (name.startsWith("data-")) chat.setAttribute(name, value);
    if (script!.dataset["id"]) chat.id = script!.dataset["id"];
    if (script!.dataset["position"] === "inline") script!.after(chat);
    else document.body.append(chat);
  }
  // `data-manual`: the page has its own <mingbai-chat> elements and only needs them to be known.
  if (script.dataset["manual"] !== undefined) return;
  if (document.body) put();
  else document.addEventListener("DOMContentLoaded", put);
})();
