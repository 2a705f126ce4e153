// Files go up one after another; each tells how far it is: sent, waiting, read page by page, stored, done.

const drop = document.getElementById("drop");
const files = document.getElementById("files");
const jobs = document.getElementById("jobs");
const waiting = [];
let busy = false;

if (drop) {
  files.addEventListener("change", () => {
    take(files.files);
    files.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  drop.addEventListener("submit", (event) => event.preventDefault());
}

function take(list) {
  for (const file of drop.dataset.replaces ? [...list].slice(0, 1) : list) {
    const card = newCard(file.name);
    waiting.push({ file, card });
  }
  next();
}

async function next() {
  if (busy || !waiting.length) return;
  busy = true;
  const { file, card } = waiting.shift();
  try {
    const job = await send(file, card);
    follow(job, card).catch((error) => fail(card, error.message));
  } catch (error) {
    fail(card, error.message);
  }
  busy = false;
  next();
}

function newCard(name) {
  const card = document.createElement("li");
  card.className = "card job";
  const title = document.createElement("strong");
  title.textContent = name;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `${name} 的进度`);
  const state = document.createElement("p");
  state.className = "soft";
  state.textContent = "等待上传";
  card.append(title, bar, state);
  jobs.prepend(card);
  return { card, bar, state };
}

/** Sends a file; gives the job that reads it. */
function send(file, card) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append("file", file, file.name);
    const request = new XMLHttpRequest();
    const old = drop.dataset.replaces;
    if (old) request.open("PUT", `/v1/documents/${encodeURIComponent(old)}`);
    else request.open("POST", "/v1/documents");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      card.bar.value = (event.loaded / event.total) * 30;
      card.state.textContent = `上传中 ${Math.floor((event.loaded / event.total) * 100)}%`;
    });
    request.addEventListener("load", () => {
      const reply = request.response || {};
      if (request.status >= 200 && request.status < 300) resolve(reply);
      else reject(new Error(reply.detail || `上传没有成功（${request.status}）。`));
    });
    request.addEventListener("error", () => reject(new Error("连不上服务，请检查网络后再试。")));
    request.send(form);
  });
}

/** Asks how far the reading is until it is over. */
async function follow(job, card) {
  let found = job;
  while (!["done", "failed"].includes(found.status)) {
    show(found, card);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const reply = await fetch(`/v1/documents/jobs/${encodeURIComponent(job.id)}`);
    if (!reply.ok) throw new Error("问不到进度，请到文件列表里看。");
    found = await reply.json();
  }
  if (found.status === "failed") throw new Error(found.message || "没有读成。");
  finish(found, card);
}

function show(job, card) {
  const share = job.pages ? job.page / job.pages : 0;
  card.bar.value = job.status === "storing" ? 95 : 30 + share * 60;
  const reading = job.page ? `正在读第 ${job.page} 页${job.pages ? `，共 ${job.pages} 页` : ""}` : "开始读";
  card.state.textContent = { queued: "已上传，排队等着读", reading, storing: "读完了，正在存入" }[job.status] || "";
}

function finish(job, card) {
  card.bar.value = 100;
  card.state.textContent = job.message || "已读入";
  if (job.document_id) {
    const link = document.createElement("a");
    link.href = `/desk/documents/${encodeURIComponent(job.document_id)}`;
    link.textContent = "看读到了什么";
    const line = document.createElement("p");
    line.append(link);
    card.card.append(line);
  }
}

function fail(card, text) {
  card.bar.remove();
  card.state.className = "wrong";
  card.state.setAttribute("role", "alert");
  card.state.textContent = text;
}
