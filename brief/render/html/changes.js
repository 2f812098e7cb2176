"use strict";
(() => {
  const form = document.querySelector("form");
  const changes = Array.from(document.querySelectorAll(".wijziging"));
  const count = document.getElementById("aantal");
  const shown = () => changes.filter((change) => !change.hidden);

  const apply = () => {
    const wanted = Array.from(form.querySelectorAll("select")).filter((choice) => choice.value);
    for (const change of changes) {
      change.hidden = !wanted.every((choice) =>
        (change.dataset[choice.name] || "").split(" ").includes(choice.value));
    }
    for (const section of document.querySelectorAll("section.groep")) {
      section.hidden = !section.querySelector(".wijziging:not([hidden])");
    }
    const left = shown().length;
    count.textContent = left === changes.length ? `${left} wijzigingen` : `${left} van ${changes.length} wijzigingen`;
  };

  let at = -1;
  const jump = (step) => {
    const list = shown();
    if (!list.length) return;
    at = Math.min(Math.max(at + step, 0), list.length - 1);
    list[at].focus();
    list[at].scrollIntoView({ block: "start" });
  };

  form.hidden = false;
  form.addEventListener("change", (event) => {
    at = -1;
    if (event.target.name === "dubbel") document.body.classList.toggle("dubbel", event.target.checked);
    else apply();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    document.body.classList.remove("dubbel");
    apply();
  }));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input, textarea")) return;
    if (event.key === "j" || event.key === "n") jump(1);
    else if (event.key === "k" || event.key === "p") jump(-1);
  });
  document.getElementById("volgende").addEventListener("click", () => jump(1));
  document.getElementById("vorige").addEventListener("click", () => jump(-1));
  apply();
})();
