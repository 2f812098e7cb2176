// @ts-check
/**
 * What makes the pages quick: links and forms without a new page, keys, and changes on disk that appear by themselves.
 * Without this script every link and form works too.
 *
 * What is being typed is never lost: a form in which something was typed (`data-houd` names it) is left as it is when
 * the page is brought up to date, and the element with the focus stays the same element.
 */
import { bringUpToDate, typed } from "./bijwerken.js";
import "./aanvullen.js";

const POLL = 1000;
const omroep = /** @type {HTMLElement} */ (document.getElementById("omroep"));

/** How many saves are on their way, and the last of them. */
let saving = 0;
/** @type {Promise<void>} */
let line = Promise.resolve();
/** Whether a page is on its way; keys that are pressed meanwhile wait for it. */
let busy = false;

/** @param {boolean} now */
function setBusy(now) {
  busy = now;
  document.body.toggleAttribute("data-onderweg", now);
}
/** @type {KeyboardEvent[]} */
let waiting = [];

/** Say something to who listens to the page.
 * @param {string} text */
function say(text) {
  omroep.textContent = "";
  requestAnimationFrame(() => { omroep.textContent = text; });
}

/** Ask the server for a page.
 * @param {string} url
 * @param {RequestInit} [how]
 * @returns {Promise<{page: Document, url: string, ok: boolean}>} */
async function ask(url, how = {}) {
  const answer = await fetch(url, { ...how, headers: { "X-Brief": "1" }, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { page, url: answer.url, ok: answer.ok };
}

/** The page that comes when this one is agreed to, asked for before that; old after some seconds.
 * @type {{url: string, at: number, found: ReturnType<typeof ask>} | null} */
let ahead = null;
const FRESH = 30_000;

/** Ask for the page that comes when this one is agreed to, so that it is there at once. */
function lookAhead() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-vooruit]"));
  const url = form ? new URL(form.dataset.vooruit ?? "", location.href).href : "";
  if (!url || ahead?.url === url) return;
  ahead = { url, at: Date.now(), found: ask(url) };
  ahead.found.catch(() => { ahead = null; });
}

/** Give a page that was asked for already; else ask for it.
 * @param {string} url */
function fetched(url) {
  const known = ahead?.url === url && Date.now() - ahead.at < FRESH ? ahead.found : null;
  ahead = null;
  return known ?? ask(url);
}

/** Show a page in the place of this one.
 * @param {Document} page
 * @param {{moved?: boolean, near?: string, sent?: string}} [how] `moved` when a person asked for it: then the focus goes
 *   along, to the element `near` when the page has no other place for it; `sent` is the form that comes back with it
 * @returns {boolean} whether all of it could be shown */
function show(page, how = {}) {
  if (!page.getElementById("bewaard")) {  // not one of our pages with everything around it: stopped, refused
    document.title = page.title;
    document.body.className = "kaal";
    document.body.replaceChildren(...page.body.childNodes);
    document.getElementById("inhoud")?.focus();
    stopped = true;
    return true;
  }
  const had = document.activeElement !== document.body;
  const whole = bringUpToDate(document, page, { sent: how.sent, keeps: !how.moved });
  apply();
  setTimeout(lookAhead, 150);
  if (how.moved || (had && document.activeElement === document.body)) focus(how.near);
  if (!whole) say("Waar u mee bezig bent is uit de bestanden verdwenen of niet meer te lezen. Wat u typte staat hier nog.");
  return whole;
}

/** Put the focus where the work is.
 * @param {string} [near] the id of an element that was asked for */
function focus(near) {
  const kept = document.activeElement;
  if (kept instanceof HTMLElement && kept.matches("[data-zoek], [data-meteen]")) return;  // who searches goes on searching
  const wanted = /** @type {HTMLElement | null} */ (document.querySelector("main [data-focus]"))
    ?? (near ? document.getElementById(near) : null) ?? document.getElementById("afspraak") ?? document.getElementById("inhoud");
  wanted?.focus();
  if (wanted instanceof HTMLInputElement && "kies" in wanted.dataset) wanted.select();
  if (!near && !wanted?.matches("[data-focus]")) window.scrollTo(0, 0);
}

/** Tell what the messages on the page say. */
function announce() {
  const said = [...document.querySelectorAll("#meldingen > p")].map((each) => each.textContent?.trim());
  if (said.length) say(said.join(" "));
}

/** Ask who typed something that is not saved whether it may be lost. */
function mayLeave() {
  return !typed(document).length || window.confirm("Wat u typte is niet opgeslagen. Toch weg van deze bladzijde?");
}

/** Go to another page without leaving this one.
 * @param {string} url
 * @param {{push?: boolean, saved?: boolean}} [how] `saved` when what was typed is on its way to be saved
 */
async function go(url, how = {}) {
  if (!how.saved && !mayLeave()) return;
  setBusy(true);
  try {
    const found = await fetched(new URL(url, location.href).href);
    if (how.push !== false && found.url !== location.href) history.pushState(null, "", found.url);
    show(found.page, { moved: true, near: decodeURIComponent(new URL(url, location.href).hash.slice(1)) });
    announce();
  } catch {
    offline();
  } finally {
    setBusy(false);
    pressed();
  }
}

/** Send a form. A form that names where to go on (`data-vooruit`) is sent while the next page is shown already.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} by the button that was used */
function send(form, by) {
  if ("wacht" in form.dataset && saving > 0) {  // what is being saved is the step that it takes back
    setBusy(true);
    void line.then(() => follow(true)).then(() => {
      setBusy(false);
      const now = /** @type {HTMLFormElement | null} */ (document.getElementById(form.id));
      if (now) send(now, now.querySelector("button"));
    });
    return;
  }
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, /** @type {HTMLButtonElement | null} */ (by))) body.append(name, String(value));
  const ahead = form.dataset.vooruit;
  saving += 1;
  mark();
  const action = by?.getAttribute("formaction") ?? form.action;
  if (ahead) void go(ahead, { saved: true });
  else setBusy(true);
  const [near, sent] = [form.closest("[data-id]")?.id, form.dataset.houd];
  line = line.then(() => save(action, body, !ahead, near, sent)).finally(async () => {
    saving -= 1;
    mark();
    if (behind) await follow(true);
    pressed();
  });
}

/** Save, and show what came of it.
 * @param {string} action
 * @param {URLSearchParams} body
 * @param {boolean} moved whether the page waits for the outcome
 * @param {string} [near] the id of what the form was about
 * @param {string} [sent] the name of the form */
async function save(action, body, moved, near, sent) {
  try {
    const found = await ask(action, { method: "POST", body });
    if (!found.page.getElementById("bewaard")) {
      refused(found.page);
      return;
    }
    const failed = found.page.querySelector("#meldingen .fout") !== null;
    if (moved || failed) {
      if (found.ok && found.url !== location.href) history.pushState(null, "", found.url);
      show(found.page, { moved: true, near, sent: failed ? sent : undefined });
      announce();
    } else if (found.url === location.href && !busy) {
      show(found.page);
      announce();
    } else {
      told(found.page);
    }
  } catch {
    offline();
  } finally {
    if (moved) { setBusy(false); pressed(); }
  }
}

/** Take over only what was said and saved: the page has moved on.
 * @param {Document} page */
function told(page) {
  for (const id of ["bewaard", "meldingen"]) {
    const [ours, theirs] = [document.getElementById(id), page.getElementById(id)];
    if (ours && theirs) ours.innerHTML = theirs.innerHTML;
  }
  announce();
  behind = true;
}

/** Show that something is being saved. */
function mark() {
  document.body.toggleAttribute("data-bezig", saving > 0);
  const place = document.getElementById("bewaard");
  if (place && saving > 0) place.textContent = "Bezig met opslaan…";
}

/** Say that nothing was saved, and why; what was typed stays.
 * @param {Document} page */
function refused(page) {
  warn(`Niet opgeslagen. ${page.querySelector("main p")?.textContent ?? ""} Wat u typte staat hier nog.`);
}

function offline() {
  warn("brief tafel antwoordt niet. Wat u typte staat hier nog. Start in de terminal opnieuw: brief tafel");
}

/** Show a warning until the server answers again.
 * @param {string} text */
function warn(text) {
  const place = document.getElementById("meldingen");
  if (!place || place.querySelector("[data-weg]")?.textContent === text) return;
  place.querySelector("[data-weg]")?.remove();
  const message = document.createElement("p");
  message.className = "melding fout";
  message.dataset.weg = "";
  message.textContent = text;
  place.append(message);
  say(text);
}

/* Keys ------------------------------------------------------------------------------------------------------------ */

const NEVER_OFF = new Set(["Escape", "Control+Enter", "Enter"]);

/** Give the name of a key as `data-toets` has it.
 * @param {KeyboardEvent} event */
function named(event) {
  return (event.ctrlKey || event.metaKey) && event.key === "Enter" ? "Control+Enter" : event.key;
}

/** Press what a key is for; tell whether there was anything.
 * @param {KeyboardEvent} event */
function press(event) {
  const key = named(event);
  if (document.body.classList.contains("toetsen-uit") && !NEVER_OFF.has(key)) return false;
  const all = [...document.querySelectorAll(`[data-toets~="${CSS.escape(key)}"]`)];
  const row = document.activeElement?.closest("[data-rijgroep]");  // a key that each row has is for the row where one is
  if (row) all.sort((one, other) => Number(row.contains(other)) - Number(row.contains(one)));
  const target = /** @type {HTMLElement | undefined} */ (all.find((each) => /** @type {HTMLElement} */ (each).offsetParent !== null
    || !(each instanceof HTMLElement) || each.getClientRects().length > 0));
  if (!target) return false;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.focus();
  else target.click();
  return true;
}

/** Tell whether a key must wait: what it takes back is still being saved.
 * @param {KeyboardEvent} event */
function waits(event) {
  return saving > 0 && event.key === "z";
}

/** Press the keys that waited for a page; a key that was meant as text for a field there is no key for us. */
function pressed() {
  if (busy || (waiting.length && waits(waiting[0]))) return;
  if (document.activeElement?.matches("input, textarea, select")) { waiting = []; return; }
  const next = waiting.shift();
  if (next) { if (!press(next) || !busy) pressed(); }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing || event.key === "Shift" || event.key === "Control") return;
  const at = /** @type {HTMLElement} */ (event.target);
  const key = named(event);
  if ((event.ctrlKey || event.metaKey) && key !== "Control+Enter") return;
  if (at.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") && key !== "Escape" && key !== "Control+Enter") return;
  if ((key === "Enter" || key === " ") && at.matches("a, button, summary")) return;
  if (busy || waits(event)) {
    waiting.push(event);
    event.preventDefault();
  } else if (press(event)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  if (at instanceof HTMLElement && at.matches("input:not([type=checkbox]), textarea, select")) return;
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-rij]")]);
  if (!rows.length) return;
  event.preventDefault();
  const place = rows.indexOf(/** @type {HTMLElement} */ (at)) + (event.key === "ArrowDown" ? 1 : -1);
  rows[Math.min(Math.max(place, 0), rows.length - 1)].focus();
});

document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-alles]");
  const boxes = /** @type {HTMLInputElement[]} */ ([...(button?.closest("form")?.querySelectorAll("[data-rij]") ?? [])]);
  const all = boxes.every((each) => each.checked);
  for (const each of boxes) each.checked = !all;
  if (boxes.length) say(all ? "Niets aangevinkt." : `Alles aangevinkt: ${boxes.length}.`);
});

/* Links and forms ------------------------------------------------------------------------------------------------- */

document.addEventListener("click", (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest("a");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href, location.href);
  if (link.target || link.hasAttribute("download") || url.origin !== location.origin) return;
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
  event.preventDefault();
  void go(url.href);
});

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (event.defaultPrevented) return;
  if (form.method === "get") {
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) asked.append(name, String(value));
    void go(`${form.action.split("?")[0]}?${asked}`);
  } else if ("vlot" in form.dataset) {
    event.preventDefault();
    send(form, event.submitter);
  }
});

window.addEventListener("popstate", () => void go(location.href, { push: false }));
window.addEventListener("beforeunload", (event) => {
  if (saving > 0 || typed(document).length) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  if (event.target instanceof HTMLInputElement && "kies" in event.target.dataset) event.target.select();
});

/* Words that change, while one types -------------------------------------------------------------------------------- */

/** @type {AbortController | undefined} */
let comparing;

document.addEventListener("input", (event) => {
  const field = /** @type {HTMLElement} */ (event.target);
  if (field instanceof HTMLTextAreaElement && field.dataset.woorden) void compare(field);
  if (field instanceof HTMLInputElement && field.dataset.zoek !== undefined) search(field);
});

/** Show which words of a text change.
 * @param {HTMLTextAreaElement} field */
async function compare(field) {
  comparing?.abort();
  const ours = comparing = new AbortController();
  const csrf = /** @type {HTMLInputElement} */ (field.form?.elements.namedItem("csrf")).value;
  const punt = /** @type {HTMLInputElement | null} */ (field.form?.elements.namedItem("punt"))?.value ?? "";
  const body = new URLSearchParams({ csrf, id: field.dataset.van ?? "", punt, tekst: field.value });
  try {
    const answer = await fetch(field.dataset.woorden ?? "", { method: "POST", body, signal: ours.signal });
    const place = document.getElementById("woorden");
    if (place && answer.ok) place.innerHTML = await answer.text();
  } catch { /* the next letter asks again */ }
}

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLElement} */ (event.target);
  if (field instanceof HTMLSelectElement && "meteen" in field.dataset) field.form?.requestSubmit();
});

/** @type {number | undefined} */
let searching;

/** Search while one types.
 * @param {HTMLInputElement} field */
function search(field) {
  clearTimeout(searching);
  searching = window.setTimeout(() => field.form?.requestSubmit(), 250);
}

/* The files stay the truth ------------------------------------------------------------------------------------------ */

let stopped = false;
let behind = false;

/** Bring the page up to date when the files say something else. */
async function follow(asked = false) {
  if (stopped || saving > 0 || (busy && !asked)) return;
  try {
    const answer = await fetch("/nu", { credentials: "same-origin" });
    if (!answer.ok) {
      behind = true;  // the forms on the page are of the server before
      warn("U bent hier niet meer aangemeld: brief tafel is opnieuw gestart. Wat u typte staat hier nog. Open het nieuwe adres uit de terminal.");
      return;
    }
    const { versie } = await answer.json();
    document.querySelector("[data-weg]")?.remove();
    if (versie === document.body.dataset.versie && !behind) return;
    const url = location.href;
    const found = await ask(url);
    if (!found.page.getElementById("bewaard")) {
      warn(`${found.page.querySelector("main p")?.textContent ?? ""} Wat hieronder staat is van daarvoor.`);
      return;
    }
    if ((busy && !asked) || saving > 0 || url !== location.href) return;
    ahead = null;
    const known = document.body.dataset.versie ?? "";
    const other = files(versie) !== files(known) && !behind && !known.startsWith("deels-");
    behind = false;
    const whole = show(found.page);
    if (other && whole) say("De bestanden zijn gewijzigd; deze bladzijde is bijgewerkt.");
  } catch {
    offline();
  }
}

/** Give the part of a version that says what stands in the files; behind the point stands what else a page shows.
 * @param {string} versie */
function files(versie) {
  return versie.split(".")[0];
}

async function keepFollowing() {
  await follow();
  setTimeout(keepFollowing, POLL);
}

/* Choices of who looks ---------------------------------------------------------------------------------------------- */

/** Show what this person chose: large, and with or without keys; and what only works with this script. */
function apply() {
  for (const each of document.querySelectorAll("[data-alles]")) each.removeAttribute("hidden");
  for (const [id, kind, yes, no] of [["groot", "groot", "", ""], ["toetsen", "toetsen-uit", "Sneltoetsen staan uit", "Sneltoetsen staan aan"]]) {
    const on = sessionStorage.getItem(kind) === "1";
    const button = document.getElementById(id);
    document.body.classList.toggle(kind, on);
    if (!button) continue;
    button.hidden = false;
    button.setAttribute("aria-pressed", String(id === "toetsen" ? !on : on));
    if (yes) button.textContent = on ? yes : no;
  }
}

document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("#groot, #toetsen");
  if (!button) return;
  const kind = button.id === "groot" ? "groot" : "toetsen-uit";
  sessionStorage.setItem(kind, sessionStorage.getItem(kind) === "1" ? "0" : "1");
  apply();
  if (button !== document.activeElement) say(`${button.id === "groot" ? "Groot beeld" : "Sneltoetsen"}: ${button.getAttribute("aria-pressed") === "true" ? "aan" : "uit"}.`);
});

apply();
focus();
announce();
setTimeout(lookAhead, 150);
void keepFollowing();
