// Shows what is new without losing the reader's place, focus or words; the page works without it, by reloading.
"use strict";

const element = (markup) => new DOMParser().parseFromString(markup, "text/html");

function arm(root) {
  for (const part of root.querySelectorAll("[data-hidden]")) part.hidden = true;
  for (const button of root.querySelectorAll("[data-show], [data-hide], [data-toggle]")) {
    button.hidden = false;
    expand(button);
  }
}

function expand(button) {
  const shown = button.getAttribute("aria-controls").split(" ").some((id) => !document.getElementById(id)?.hidden);
  button.setAttribute("aria-expanded", String(shown));
}

function turn(button) {
  const parts = (name) => (button.dataset[name] ?? "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  for (const part of parts("show")) part.hidden = false;
  for (const part of parts("hide")) part.hidden = true;
  for (const part of parts("toggle")) part.hidden = !part.hidden;
  for (const other of document.querySelectorAll("[aria-controls][aria-expanded]")) expand(other);
}

// Words typed into a card that is drawn anew, though the same card, stay.
function keepWords(before, after) {
  const key = (form) => form?.querySelector("[name=kort]")?.value;
  for (const old of before.querySelectorAll("form.card :is(input, textarea, select)")) {
    const fresh = old.id && after.querySelector(`#${CSS.escape(old.id)}`);
    if (!fresh || key(old.form) !== key(fresh.form)) continue;
    if (old.type === "checkbox" || old.type === "radio") fresh.checked = old.checked;
    else fresh.value = old.value;
  }
  for (const old of before.querySelectorAll("details[open]")) {
    const inside = old.querySelector("[id]");
    after.querySelector(`#${CSS.escape(inside?.id ?? "")}`)?.closest("details")?.setAttribute("open", "");
  }
}

function keepFocus(before, after, put) {
  const held = before.contains(document.activeElement) ? document.activeElement : null;
  put();
  if (!held) return;
  const same = held.id && after.querySelector(`#${CSS.escape(held.id)}`);
  (same || after.querySelector("article") || after).focus({ preventScroll: true });
  after.scrollIntoView({ block: "nearest" });
}

// From below, so that a thread that an answer brings to the end is all that moves.
function mergeMessages(list, fresh) {
  const wanted = new Set([...fresh.children].map((item) => item.id));
  for (const item of [...list.children]) if (!wanted.has(item.id)) item.remove();
  let below = null;
  for (const item of [...fresh.children].reverse()) {
    const known = document.getElementById(item.id);
    const shown = known?.dataset.state === item.dataset.state ? known : item;
    if (!known) {
      list.insertBefore(item, below);
      arm(item);
    } else if (shown === item) {
      keepFocus(known, item, () => {
        keepWords(known, item);
        known.replaceWith(item);
        arm(item);
      });
    }
    if (shown.nextElementSibling !== below) move(list, shown, below);
    below = shown;
  }
}

function move(list, item, below) {
  const held = item.contains(document.activeElement) ? document.activeElement : null;
  list.insertBefore(item, below);
  held?.focus({ preventScroll: true });
}

// What came of a press is where the reader goes on: at the field that is wrong, or with the outcome in sight.
function goOn(message) {
  const item = document.getElementById(`besked-${message}`);
  const field = item?.querySelector('[aria-invalid="true"]');
  if (field) return field.focus();
  item?.querySelector('[role="alert"], [role="status"]')?.scrollIntoView({ block: "nearest" });
}

function merge(markup) {
  const fresh = element(markup);
  for (const selector of ["#now", "#rooms", ".switcher"]) {
    const [before, after] = [document.querySelector(selector), fresh.querySelector(selector)];
    if (!before.contains(document.activeElement) && before.innerHTML !== after.innerHTML) before.innerHTML = after.innerHTML;
  }
  mergeMessages(document.getElementById("messages"), fresh.getElementById("messages"));
}

let isRefreshing = false;
let isStale = false;

async function refresh() {
  isStale = true;
  if (isRefreshing) return;
  isRefreshing = true;
  while (isStale) {
    isStale = false;
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) merge(await answer.text());
  }
  isRefreshing = false;
}

function warn(words) {
  const line = Object.assign(document.createElement("p"), { textContent: words });
  document.getElementById("alert").replaceChildren(...(words ? [line] : []));
}

async function send(form, button) {
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  button?.setAttribute("aria-busy", "true");
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  delete form.dataset.sending;
  button?.removeAttribute("aria-busy");
  if (!answer?.ok) return warn("Der er ingen forbindelse. Prøv igen om lidt.");
  const markup = await answer.text();
  const problem = element(markup).getElementById("alert").textContent;
  if (!problem && form.matches(".live")) form.reset();
  warn(problem);
  merge(markup);
  if (problem) return;
  if (form.matches(".card")) goOn(form.elements.besked.value);
  else if (form.matches(".composer, .suggested, .onward")) document.querySelector(".log").scrollTop = 0; // its end
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.card, form.live")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show], [data-hide], [data-toggle]");
  if (button) turn(button);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("form.live textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// A person is chosen at once; from the keyboard, where each arrow is a choice, by Enter or by going on.
let isByArrow = false;

function onPeople(type, act) {
  document.addEventListener(type, (event) => event.target.id === "som" && act(event.target, event), true);
}

function become(people) {
  if (!people.selectedOptions[0].defaultSelected) people.form.requestSubmit();
}

onPeople("keydown", (people, event) => {
  isByArrow = !["Enter", " "].includes(event.key) && !event.altKey; // which open the list or close it
  if (event.key === "Enter") become(people);
});
onPeople("pointerdown", () => (isByArrow = false));
onPeople("change", (people) => isByArrow || become(people));
onPeople("blur", become);

arm(document);
new EventSource("/lokal/nyt").onmessage = refresh;
