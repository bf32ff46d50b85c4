"use strict";
// Words below a field for what is typed into it, chosen with the arrows or a tap.
const WAIT_MS = 200;

function offer(field) {
  const list = document.createElement("ul");
  let timer = 0;
  let chosen = -1;
  let offered = "";
  let round = 0;
  Object.assign(list, { id: field.id + "-words", className: "offered", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.heard);
  // Below a field of several lines nothing is covered: the button stays where it is.
  const isOneLine = field.matches("input");
  const place = document.getElementById(field.dataset.shownIn) || field.parentElement;
  const told = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  told.setAttribute("aria-live", "polite");
  place.append(list, told);
  const given = { "aria-autocomplete": "list", "aria-controls": list.id };
  if (isOneLine) Object.assign(given, { role: "combobox", "aria-expanded": "false" });
  Object.entries(given).forEach(([name, value]) => field.setAttribute(name, value));

  function open(words) {
    list.replaceChildren(...words.map((word, at) => {
      const one = document.createElement("li");
      Object.assign(one, { id: list.id + at, textContent: word });
      one.setAttribute("role", "option");
      return one;
    }));
    list.hidden = !words.length;
    told.textContent = words.length && !isOneLine ? field.dataset.heard : "";
    if (isOneLine) field.setAttribute("aria-expanded", String(words.length > 0));
    mark(-1);
  }

  function mark(at) {
    chosen = at;
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[at].id);
  }

  function take(one) {
    field.value = one.textContent;
    open([]);
    field.form.requestSubmit();
  }

  async function look() {
    const typed = field.value.trim();
    if (!typed) return open([]);
    const mine = ++round;
    if (typed === offered && !list.hidden) return; // what was chosen meanwhile stays chosen
    try {
      const response = await fetch(field.dataset.words + "?" + new URLSearchParams({ q: typed }));
      if (response.ok && mine === round && field.value.trim() === typed && document.activeElement === field) {
        open(await response.json());
        offered = typed;
      }
    } catch { /* without the words the search works as before */ }
  }

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(look, WAIT_MS);
  });
  field.addEventListener("compositionend", look);
  field.addEventListener("blur", () => open([]));
  field.form.addEventListener("submit", () => { clearTimeout(timer); round += 1; open([]); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { if (event.target.matches("li")) take(event.target); });
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing || !count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      mark((chosen + step + count + (chosen < 0 && step < 0 ? 1 : 0)) % count);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      open([]);
    }
  });
}

document.querySelectorAll("[data-words]").forEach(offer);
