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
export function isTyped(form) {
  return [...form.elements].some((field) => (field instanceof HTMLTextAreaElement
    || (field instanceof HTMLInputElement && !["hidden", "checkbox", "radio"].includes(field.type))) && field.value !== field.defaultValue);
}

/** Make the page what the other one is.
 * @param {Document} ours
 * @param {Document} theirs */
export function bringUpToDate(ours, theirs) {
  ours.title = theirs.title;
  ours.body.className = theirs.body.className;
  ours.body.dataset.versie = theirs.body.dataset.versie;
  for (const place of [".kop", "#meldingen", "main"]) {
    const [here, there] = [ours.querySelector(place), theirs.querySelector(place)];
    if (here && there) morph(here, there);
  }
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

/** Say in a form that is being filled in that what it is about was changed elsewhere.
 * @param {HTMLFormElement} here
 * @param {HTMLFormElement} there */
function warn(here, there) {
  const [ours, theirs] = [here, there].map((form) => /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=stand]")));
  const note = /** @type {HTMLElement | null} */ (here.querySelector(".elders"));
  if (note && ours && theirs) note.hidden = ours.value === theirs.value;
}
