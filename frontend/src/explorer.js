// What the pages gain where scripts run; every page works without.
import "./explorer.css";

/** For each page that has a module, the element that calls for it. */
const modules = {
  "[data-timeline]": () => import("./timeline.js"),
  "[data-network]": () => import("./network.js"),
  "[data-map]": () => import("./map.js"),
  "[data-article]": () => import("./article.js"),
};

for (const [selector, load] of Object.entries(modules)) {
  const element = document.querySelector(selector);
  if (element) load().then((module) => module.enhance(element));
}

/** Opens what is folded for the printer, and folds it again: a dossier on paper has its evidence. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.tellings:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});

/** Copies a citation where the browser lets a page write to the clipboard. */
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}
