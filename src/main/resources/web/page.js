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

// What goes on without anybody is shown as it goes.
async function follow() {
  const now = document.getElementById("job");
  if (!now || !now.dataset.live) return;
  try {
    const answer = await fetch(location.href, { credentials: "omit" });
    if (answer.status === 404) return; // put away elsewhere
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("job");
      const within = now.contains(document.activeElement);
      if (next.dataset.stage !== now.dataset.stage || !within) {
        now.replaceWith(next);
        if (within) document.getElementById("content").focus();
      } else {
        for (const part of ["counted", "lately"]) {
          document.getElementById(part).replaceWith(page.getElementById(part));
        }
      }
    }
  } catch {
    // no connection just now: it is asked again
  }
  setTimeout(follow, Number(now.dataset.live));
}
setTimeout(follow, 1000);
