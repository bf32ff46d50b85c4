"use strict";
// The page works without this file. With it, answers come without a reload.

const SLOW_MS = 30000;
const form = document.getElementById("ask");
const status = document.getElementById("status");
const log = document.getElementById("log");
let asking = null;
let shown = location.search.slice(1);

function say(words, bad) {
  status.textContent = words;
  status.classList.toggle("bad", Boolean(bad));
}

function address(question, region) {
  const values = new URLSearchParams({ q: question });
  if (region) values.set("region", region);
  return values.toString();
}

async function fetched(values, signal) {
  const response = await fetch("/answer?" + values, { signal, headers: { Accept: "text/html" } });
  if (response.status === 429) throw new Error("busy");
  if (!response.ok) throw new Error("broken");
  // The server leads to an address without the numbers of persons; that one is kept.
  return { text: await response.text(), values: new URL(response.url).search.slice(1) };
}

function fault(error, slow) {
  if (slow) return form.dataset.slow;
  return { busy: form.dataset.busy, broken: form.dataset.broken }[error.message] || form.dataset.lost;
}

async function ask(question, region, remember) {
  if (asking) asking.abort();
  const mine = (asking = new AbortController());
  let slow = false;
  const timer = setTimeout(() => { slow = true; mine.abort(); }, SLOW_MS);
  const button = form.querySelector("button");
  const values = address(question, region);
  button.setAttribute("aria-disabled", "true");
  say(form.dataset.waiting);
  try {
    const told = await fetched(values, mine.signal);
    if (asking !== mine) return;
    show(told.text, told.values, remember);
    form.q.value = "";
    say("");
  } catch (error) {
    if (asking === mine) say(fault(error, slow), true);
  } finally {
    clearTimeout(timer);
    if (asking === mine) {
      asking = null;
      button.removeAttribute("aria-disabled");
    }
  }
}

function show(text, values, remember) {
  window.stopReading?.();
  const part = document.createElement("template");
  part.innerHTML = text; // our own template, in which everything is escaped
  const turn = part.content.querySelector(".turn");
  turn.dataset.address = shown = values;
  log.prepend(turn);
  document.getElementById("examples")?.remove();
  document.getElementById("start")?.remove();
  document.querySelector("h1").classList.add("visually-hidden");
  form.classList.add("asked-before");
  form.querySelector("label").textContent = form.dataset.more;
  unlock(turn);
  document.title = turn.querySelector(".asked").textContent.trim().slice(0, 60);
  if (remember) history.pushState({ values }, "", "/?" + values);
  turn.querySelector(".asked").focus({ preventScroll: true });
  turn.scrollIntoView({ block: "start" });
}

// What the browser cannot do leaves no trace.
const ABLE = { share: "share" in navigator, reading: window.canRead?.(), dictation: window.canListen?.() };

function unlock(root) {
  root.querySelectorAll(".js").forEach((held) => { held.hidden = held.dataset.needs ? !ABLE[held.dataset.needs] : false; });
}

function toggle(button) {
  const on = document.documentElement.classList.toggle(button.dataset.display);
  button.setAttribute("aria-pressed", String(on));
  const all = [...document.querySelectorAll("[data-display][aria-pressed=true]")];
  document.cookie = "display=" + all.map((held) => held.dataset.display).sort().join(".")
    + "; path=/; max-age=31536000; samesite=lax";
}

async function copied(button, words) {
  const shown = button.textContent;
  await navigator.clipboard.writeText(words);
  button.textContent = document.body.dataset.copied;
  setTimeout(() => { button.textContent = shown; }, 2000);
}

async function forwarded(button, card) {
  const title = card.querySelector("h1, header h3, .name").innerText.trim();
  try {
    await navigator.share({ title, text: cardText(card), url: location.origin + button.dataset.address });
  } catch { /* whoever shuts the sheet wants nothing more */ }
}

function printed(card) {
  document.body.classList.add("one-card");
  card.classList.add("printing");
  const held = [...card.querySelectorAll("details"), card].filter((part) => "open" in part);
  const before = held.map((part) => part.open);
  held.forEach((part) => { part.open = true; });
  window.print();
  held.forEach((part, place) => { part.open = before[place]; });
  card.classList.remove("printing");
  document.body.classList.remove("one-card");
}

function cardText(card) {
  const wanted = ["h1", "header h3", ".name", ".leads", ".whose", ".quotes", ".original", ".whom", ".source"];
  const shut = card.matches(".reading") ? null : ".full";
  const parts = wanted.flatMap((name) => [...card.querySelectorAll(name)])
    .filter((part) => !(shut && part.closest(shut)));
  return parts.map((part) => part.innerText.trim()).filter(Boolean).join("\n\n");
}

const DEEDS = {
  copy: (button, card) => copied(button, cardText(card)),
  print: (button, card) => printed(card),
  read: (button, card) => readAloud(button, cardText(card)),
  listen: (button) => listen(button, form.q, say),
  forward: (button, card) => forwarded(button, card),
  share: (button) => copied(button, location.origin + button.dataset.address),
};

document.addEventListener("click", (event) => {
  const switched = event.target.closest("[data-display]");
  const wanted = event.target.closest("[data-ask]");
  const button = event.target.closest("[data-do]");
  if (switched) {
    event.preventDefault();
    toggle(switched);
  } else if (wanted && form) {
    event.preventDefault();
    form.q.value = wanted.dataset.ask;
    ask(wanted.dataset.ask, form.region.value, true);
  } else if (button) {
    DEEDS[button.dataset.do](button, button.closest("[data-card]"));
  }
});

// Puts what the server says in the place of the form; the form stays where nothing came back.
async function send(held, button) {
  const fields = new URLSearchParams(new FormData(held));
  if (button?.name) fields.append(button.name, button.value);
  const buttons = [...held.querySelectorAll("button")];
  buttons.forEach((one) => { one.disabled = true; });
  try {
    const response = await fetch(held.getAttribute("action") + "?part=1", { method: "POST", body: fields });
    if (!response.ok) throw new Error("broken");
    const place = held.closest("[data-place]");
    const told = document.createElement("div");
    told.dataset.place = "";
    told.tabIndex = -1;
    told.innerHTML = await response.text(); // our own template, in which everything is escaped
    place.replaceWith(told);
    told.focus();
  } catch {
    buttons.forEach((one) => { one.disabled = false; });
    held.querySelector(".fault")?.remove();
    const fault = document.createElement("p");
    fault.className = "fault";
    fault.setAttribute("role", "alert");
    fault.textContent = document.body.dataset.unsent;
    held.append(fault);
    button?.focus();
  }
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-send]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

if (form) {
  const first = log.querySelector(".turn");
  if (first) first.dataset.address = shown;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.q.value.trim()) ask(form.q.value, form.region.value, true);
  });
  form.q.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.defaultPrevented) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  window.addEventListener("popstate", () => {
    const wanted = location.search.slice(1);
    if (wanted === shown) return; // a jump within the page
    shown = wanted;
    const turn = [...log.children].find((held) => held.dataset.address === wanted);
    if (turn) turn.scrollIntoView();
    else location.reload();
  });
}
unlock(document);
if ("speechSynthesis" in window) {
  speechSynthesis.addEventListener?.("voiceschanged", () => { ABLE.reading = window.canRead?.(); unlock(document); });
}
