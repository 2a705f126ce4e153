// What all pages of the desk share: choices take effect at once, what was removed is said.

for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

for (const button of document.querySelectorAll("[data-remove]")) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    const wrong = button.parentElement.querySelector(".wrong");
    const told = await remove(button.dataset.remove);
    if (told) {
      wrong.textContent = told;
      wrong.hidden = false;
      button.disabled = false;
    } else {
      location.assign("/desk?done=gone");
    }
  });
}

/** Removes a document; gives what went wrong, or nothing. */
async function remove(id) {
  try {
    const reply = await fetch(`/v1/documents/${encodeURIComponent(id)}`, { method: "DELETE" });
    if (reply.ok) return "";
    const problem = await reply.json().catch(() => ({}));
    return problem.detail || `没有移除成（${reply.status}）。`;
  } catch {
    return "连不上服务，请检查网络后再试。";
  }
}
