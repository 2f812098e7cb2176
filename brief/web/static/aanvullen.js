// @ts-check
/**
 * Completion in a field that takes several values with commas between (`data-aanvullen` names the `<datalist>`): the
 * pattern of a combobox with a list, as the ARIA Authoring Practices describe it. Without this script one types the values.
 */

const MOST = 12;
let number = 0;

/** A field with its list of choices. */
class Completion {
  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    this.list = document.createElement("ul");
    this.list.id = `keuzes-${number += 1}`;
    this.list.className = "keuzelijst";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Aanvullingen");
    this.list.hidden = true;
    field.after(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    this.at = -1;
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const item = /** @type {HTMLElement} */ (event.target).closest("li");
      if (item) this.take(item.dataset.waarde ?? "");
    });
  }

  /** Give what is typed since the last comma. */
  get word() {
    return (this.field.value.slice(0, this.field.selectionStart ?? undefined).split(",").pop() ?? "").trim().toLowerCase();
  }

  show() {
    const options = [...(document.getElementById(this.field.dataset.aanvullen ?? "")?.querySelectorAll("option") ?? [])];
    const there = new Set(this.field.value.split(",").map((each) => each.trim()));
    const found = this.word
      ? options.filter((each) => !there.has(each.value) && `${each.value} ${each.label}`.toLowerCase().includes(this.word)).slice(0, MOST) : [];
    this.list.replaceChildren(...found.map((each, place) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${place}`;
      item.setAttribute("role", "option");
      item.dataset.waarde = each.value;
      item.textContent = each.label && each.label !== each.value ? `${each.value} – ${each.label}` : each.value;
      return item;
    }));
    this.list.hidden = !found.length;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.point(found.length ? 0 : -1);
  }

  hide() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.point(-1);
  }

  /** @param {number} place */
  point(place) {
    this.at = place;
    [...this.list.children].forEach((each, index) => each.setAttribute("aria-selected", String(index === place)));
    const item = this.list.children[place];
    if (item) {
      this.field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {string} value */
  take(value) {
    const end = this.field.selectionStart ?? this.field.value.length;
    const before = this.field.value.slice(0, end).split(",").slice(0, -1).map((each) => each.trim());
    const after = this.field.value.slice(end).replace(/^[^,]*,?\s*/, "");
    const start = `${[...before, value].join(", ")}`;
    this.field.value = after ? `${start}, ${after}` : start;
    this.field.setSelectionRange(start.length, start.length);
    this.hide();
  }

  /** Tell whether a key was for the list.
   * @param {string} key */
  key(key) {
    if (this.list.hidden) return false;
    const count = this.list.children.length;
    if (key === "ArrowDown") this.point((this.at + 1) % count);
    else if (key === "ArrowUp") this.point((this.at + count - 1) % count);
    else if (key === "Enter" || key === "Tab") this.take(/** @type {HTMLElement} */ (this.list.children[this.at]).dataset.waarde ?? "");
    else if (key === "Escape") this.hide();
    else return false;
    return key !== "Tab";
  }
}

/** @type {WeakMap<Element, Completion>} */
const known = new WeakMap();

/** @param {EventTarget | null} target */
function of(target) {
  if (!(target instanceof HTMLInputElement) || !target.dataset.aanvullen) return undefined;
  let found = known.get(target);
  if (!found || !found.list.isConnected) known.set(target, found = new Completion(target));
  return found;
}

document.addEventListener("input", (event) => of(event.target)?.show());
document.addEventListener("focusout", (event) => of(event.target)?.hide());
document.addEventListener("keydown", (event) => { if (of(event.target)?.key(event.key)) event.preventDefault(); }, true);
