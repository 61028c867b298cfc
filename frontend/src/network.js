// The network on a day: the slider asks the server which ties held then and shows just these.
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { tell } from "./day.js";

const PACE = 350; // milliseconds a step while it plays
const STEPS = 120; // from the first day to the last

/** Returns a badge that says how surely a tie held on the day. */
function badge(words) {
  const made = document.createElement("span");
  made.className = "badge then";
  made.textContent = words;
  return made;
}

export function enhance(form) {
  const svg = select("#graph");
  const canvas = svg.select(".canvas");
  svg.call(zoom().scaleExtent([0.5, 8]).filter((event) => event.type !== "wheel" || event.ctrlKey || event.metaKey)
    .on("zoom", ({ transform }) => canvas.attr("transform", transform)));

  const label = form.querySelector(".slider");
  if (!label) return;
  const slider = label.querySelector("input");
  const play = form.querySelector(".play");
  label.hidden = play.hidden = false;
  tell(label);
  let asked = 0;

  async function show() {
    const turn = ++asked;
    const on = tell(label);
    const query = new URLSearchParams(form.dataset.query);
    query.set("on", on);
    const answer = await fetch(`/network/held?${query}`);
    if (!answer.ok || turn !== asked) return;
    const { held, nodes } = await answer.json();
    if (turn !== asked) return;
    for (const edge of svg.node().querySelectorAll(".edge")) {
      edge.classList.toggle("absent", !(edge.dataset.id in held));
      edge.classList.toggle("possibly", held[edge.dataset.id] === "possibly");
    }
    const seen = new Set(nodes);
    for (const knot of svg.node().querySelectorAll(".knot")) knot.classList.toggle("absent", !seen.has(knot.dataset.id));
    for (const tie of document.querySelectorAll("#ties > li")) {
      tie.hidden = !(tie.id in held);
      for (const one of tie.querySelectorAll(".then")) one.remove();
      if (!tie.hidden) tie.querySelector("p").append(badge(`held ${held[tie.id]}`));
    }
    document.querySelector("#held").textContent = `${Object.keys(held).length} ties held on ${on}, between ${nodes.length} actors.`;
    document.querySelector("h1").firstChild.textContent = `Network on ${on}`;
    form.elements.on.value = on;
    query.set("on", on);
    history.replaceState(null, "", `?${query}`);
  }

  slider.addEventListener("input", show);
  let ticking = null;
  const stop = () => {
    clearInterval(ticking);
    ticking = null;
    play.textContent = "Play";
    play.setAttribute("aria-pressed", "false");
  };
  play.addEventListener("click", () => {
    if (ticking) return stop();
    if (slider.value === slider.max) slider.value = slider.min;
    play.textContent = "Stop";
    play.setAttribute("aria-pressed", "true");
    const step = Math.max(1, Math.round((slider.max - slider.min) / STEPS));
    ticking = setInterval(() => {
      slider.value = Number(slider.value) + step;
      show();
      if (slider.value === slider.max) stop();
    }, PACE);
  });
}
