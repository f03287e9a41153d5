// Makes the pages quicker; everything works without it.
"use strict";

// The letter and the advice follow what is typed.
const desk = document.getElementById("desk");
if (desk) {
  let waiting = 0;
  let asked = 0;
  const refresh = async () => {
    const number = ++asked;
    try {
      const answer = await fetch(desk.action, {
        method: "POST",
        body: new URLSearchParams([...new FormData(desk), ["live", "yes"]]),
        credentials: "omit",
      });
      if (number !== asked || !(answer.ok || answer.status === 422)) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = document.getElementById("letters");
      const next = page.getElementById("letters");
      if (next && !now.contains(document.activeElement)) {
        now.replaceWith(next);
        offerCopying(next);
      }
      const token = page.querySelector("input[name=token]");
      if (token) desk.querySelector("input[name=token]").value = token.value;
    } catch {
      // no connection just now: the button still sends the form
    }
  };
  desk.addEventListener("input", (event) => {
    if (event.target.closest("#letters") || event.target.name === "lang") return;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 700);
  });
  // Another language brings another sample letter: the whole page.
  desk.elements.lang.addEventListener("change", () => desk.requestSubmit());
}

// Copying with one tap.
function offerCopying(place) {
  for (const button of place.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(text.value);
        button.textContent = button.dataset.copied;
      } catch {
        text.focus();
        text.select();
      }
    });
  }
}
offerCopying(document);

// What goes on without anybody is shown as it goes; nothing is taken away from under the focus.
function follow(job, next) {
  const parts = ["#counted", "#lately"];
  if (next.dataset.stage !== job.dataset.stage) {
    parts.splice(0, 2, "#steps", "#rest");
    job.dataset.stage = next.dataset.stage;
    job.dataset.live = next.dataset.live || "";
    const stage = job.querySelector("#stage");
    stage.replaceChildren(...next.querySelector("#stage").childNodes);
    if (job.querySelector("#rest").contains(document.activeElement)) stage.focus();
  }
  for (const part of parts) {
    const now = job.querySelector(part);
    if (!now.contains(document.activeElement)) now.replaceWith(next.querySelector(part));
  }
}
async function ask(job) {
  try {
    const answer = await fetch(location.href, { credentials: "omit" });
    if (answer.status === 404) return; // put away elsewhere
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      follow(job, page.getElementById("job"));
    }
  } catch {
    // no connection just now: it is asked again
  }
  if (job.dataset.live) setTimeout(ask, Number(job.dataset.live), job);
}
const job = document.getElementById("job");
if (job && job.dataset.live) setTimeout(ask, 1000, job);
