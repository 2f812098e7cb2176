// @ts-check
/**
 * Bring a page up to date with another one, element by element: what stayed the same stays the same element, so that
 * focus, selection, scroll and what is being typed are kept.
 */

/** Tell whether something was typed or chosen in a form since it was shown.
 * @param {HTMLFormElement} form */
function isDirty(form) {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) return field.checked !== field.defaultChecked;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.type !== "hidden" && field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    return false;
  });
}

/** Tell whether something was typed in a form since it was shown: boxes and choices are made again sooner than words.
 * @param {HTMLFormElement} form */
function isTyped(form) {
  return [...form.elements].some((field) => (field instanceof HTMLTextAreaElement
    || (field instanceof HTMLInputElement && !["hidden", "checkbox", "radio"].includes(field.type))) && field.value !== field.defaultValue);
}

/** The name of the form that was sent and comes back: what it says of itself is then the newest.
 * @type {string | undefined} */
let returned;

/** Make the page what the other one is.
 * @param {Document} ours
 * @param {Document} theirs
 * @param {{sent?: string, keeps?: boolean}} [how] `sent` is the form that comes back; with `keeps` a page that has no
 *   place any more for what is being typed is left as it is, save for what stands above it
 * @returns {boolean} whether all of it could be brought up to date */
export function bringUpToDate(ours, theirs, how = {}) {
  returned = how.sent;
  const kept = how.keeps === true && typed(ours).some((form) => !of(theirs, form.dataset.houd));
  ours.title = theirs.title;
  ours.body.dataset.versie = theirs.body.dataset.versie;
  if (!kept) ours.body.className = theirs.body.className;
  for (const place of kept ? [".kop", "#meldingen"] : [".kop", "#meldingen", "main"]) {
    const [here, there] = [ours.querySelector(place), theirs.querySelector(place)];
    if (here && there) morph(here, there);
  }
  if (kept) for (const form of typed(ours)) noted(form, false);
  return !kept;
}

/** Give the forms in which something was typed that is not saved.
 * @param {Document} page */
export function typed(page) {
  return /** @type {HTMLFormElement[]} */ ([...page.querySelectorAll("form[data-houd]")]).filter(isTyped);
}

/** @param {Document} page
 *  @param {string} [name] */
function of(page, name) {
  return [...page.querySelectorAll("form[data-houd]")].find((form) => /** @type {HTMLElement} */ (form).dataset.houd === name);
}

/** Give what tells an element from its neighbours.
 * @param {Node} node */
function keyOf(node) {
  if (!(node instanceof Element)) return "";
  return node.getAttribute("data-houd") ?? node.getAttribute("data-id") ?? node.id;
}

/** @param {Node} here
 *  @param {Node} there */
function isSame(here, there) {
  return here.nodeName === there.nodeName && keyOf(here) === keyOf(there);
}

/** Make an element what another one is.
 * @param {Element} here
 * @param {Element} there */
function morph(here, there) {
  if (here instanceof HTMLFormElement && here.dataset.houd && isDirty(here)) {
    warn(here, /** @type {HTMLFormElement} */ (there));
    return;
  }
  for (const { name } of [...here.attributes]) {
    if (!there.hasAttribute(name) && !keeps(here, name)) here.removeAttribute(name);
  }
  for (const { name, value } of there.attributes) {
    if (here.getAttribute(name) !== value && !keeps(here, name)) here.setAttribute(name, value);
  }
  if (here instanceof HTMLTextAreaElement && there instanceof HTMLTextAreaElement) {
    const typed = here.value !== here.defaultValue;
    here.defaultValue = there.defaultValue;
    if (!typed) here.value = there.defaultValue;
    return;
  }
  if (here instanceof HTMLInputElement && there instanceof HTMLInputElement && here !== document.activeElement) {
    here.value = there.value;
    here.checked = there.checked;
  }
  children(here, there);
}

/** Tell whether an attribute is the reader's own: what is folded open stays open.
 * @param {Element} element
 * @param {string} name */
function keeps(element, name) {
  return element instanceof HTMLDetailsElement && name === "open";
}

/** @param {Element} here
 *  @param {Element} there */
function children(here, there) {
  let at = here.firstChild;
  for (const wanted of [...there.childNodes]) {
    const found = match(at, wanted);
    if (!found) {
      here.insertBefore(document.importNode(wanted, true), at);
      continue;
    }
    while (at && at !== found) at = dropped(at);
    if (found instanceof Element && wanted instanceof Element) morph(found, wanted);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
    at = found.nextSibling;
  }
  while (at) at = dropped(at);
}

/** Take a node away and give the one behind it.
 * @param {ChildNode} node */
function dropped(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** Find the node that is to become another one: from here on, the first that is the same.
 * @param {ChildNode | null} from
 * @param {Node} wanted */
function match(from, wanted) {
  for (let node = from; node; node = node.nextSibling) {
    if (isSame(node, wanted)) return node;
    if (!keyOf(wanted) && !keyOf(node) && node.nodeName !== "#text") break;
  }
  return null;
}

/** Say in a form that is being filled in that what it is about was changed elsewhere. A form that comes back takes over
 * what it is about now, and what it would replace: who read that may save it again.
 * @param {HTMLFormElement} here
 * @param {HTMLFormElement} there */
function warn(here, there) {
  const hidden = /** @type {HTMLInputElement[]} */ ([...there.querySelectorAll("input[type=hidden]")]);
  const comesBack = returned !== undefined && here.dataset.houd === returned;
  for (const theirs of hidden) {
    const ours = /** @type {HTMLInputElement | null} */ (here.querySelector(`input[type=hidden][name="${CSS.escape(theirs.name)}"]`));
    if (ours && theirs.name === "stand" && !comesBack) noted(here, ours.value === theirs.value);
    else if (ours && (comesBack || theirs.name === "csrf")) ours.value = theirs.value;
    else if (!ours && comesBack) here.prepend(here.ownerDocument.importNode(theirs, true));
  }
  const replaces = there.querySelector("[data-vervangt]");
  if (comesBack && replaces && !here.querySelector("[data-vervangt]")) here.querySelector(".elders")?.after(here.ownerDocument.importNode(replaces, true));
}

/** Show or hide in a form that what it is about was changed elsewhere.
 * @param {HTMLFormElement} form
 * @param {boolean} same */
function noted(form, same) {
  const note = /** @type {HTMLElement | null} */ (form.querySelector(".elders"));
  if (note) note.hidden = same;
}
