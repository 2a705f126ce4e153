// Talking to the service, and telling in plain words what went wrong and what to do about it.

const PATIENCE = 60_000;

/** A request that did not succeed; `advice` says what to do, `again` whether trying again can help. */
export class Failure extends Error {
  constructor(title, advice, again) {
    super(title);
    this.title = title;
    this.advice = advice;
    this.again = again;
  }
}

/** The parsed JSON of `path`; throws a Failure, or an AbortError when `signal` was used to stop. */
export async function load(path, options = {}) {
  const response = await reach(path, options);
  try {
    return await response.json();
  } catch {
    throw new Failure("服务的回复读不懂", "可能正在升级，请稍后重试。", true);
  }
}

/** The response of `path` if it is a success; given up after a minute, or when `signal` says so. */
export async function reach(path, { signal, ...options } = {}) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  const stop = () => giveUp.abort();
  signal?.addEventListener("abort", stop);
  let response;
  try {
    response = await fetch(path, { ...options, signal: giveUp.signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable(giveUp.signal.aborted);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
  if (!response.ok) throw await refused(response);
  return response;
}

/** Ask a question; resolves to an Answer. */
export function ask(question, conversation, signal) {
  const body = { question };
  if (conversation) body.conversation_id = conversation;
  return load("/v1/ask", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
}

function unreachable(tooLong) {
  if (tooLong) return new Failure("等得太久了", "服务一分钟内没有回复，请重试，或换个更具体的问法。", true);
  if (!navigator.onLine) return new Failure("网络断开了", "请检查网络连接，恢复后点“重试”。", true);
  return new Failure("连不上服务", "服务可能正在重启，请稍等片刻再点“重试”。", true);
}

async function refused(response) {
  let told = {};
  try {
    told = await response.json();
  } catch {
    // A proxy may answer in HTML; the status alone is enough to say what to do.
  }
  const detail = typeof told.detail === "string" ? told.detail : "";
  const number = response.headers.get("x-request-id");
  const trace = number ? `（请求编号 ${number}）` : "";
  if (response.status === 413) return new Failure("问题太长了", "请缩短后再问。", false);
  if (response.status === 429) return new Failure("问得太快了", "请稍等片刻再点“重试”。", true);
  if (response.status === 503) return new Failure("服务暂不可用", `${detail || "数据暂时读不到。"}请稍后重试。`, true);
  if (response.status >= 500) return new Failure("服务出了问题", `请稍后重试；一直不行，请把编号告诉管理员${trace}。`, true);
  return new Failure("这个请求没有被接受", detail || "请换个问法再试。", false);
}
