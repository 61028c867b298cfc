// Zooming the map, and a slider that shows what had happened up to a day.
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { tell } from "./day.js";
import { buttons } from "./timeline.js";

export function enhance(figure) {
  const svg = select(figure).select("svg");
  const [x, y, width, height] = svg.attr("data-box").split(" ").map(Number);
  const circles = svg.selectAll("circle");
  const letters = svg.selectAll(".place text");
  const letter = Number(letters.empty() ? 1 : letters.attr("font-size"));
  const sizes = circles.nodes().map((circle) => Number(circle.getAttribute("r")));

  const behaviour = zoom()
    .extent([[0, 0], [width, height]])
    .translateExtent([[0, 0], [width, height]])
    .scaleExtent([1, 60])
    .filter((event) => event.type !== "wheel" || event.ctrlKey || event.metaKey)
    .on("zoom", ({ transform: by }) => {
      svg.attr("viewBox", [x - by.x / by.k, y - by.y / by.k, width / by.k, height / by.k].join(" "));
      circles.attr("r", (_, place) => sizes[place] / by.k);
      letters.attr("font-size", letter / by.k);
    });
  svg.call(behaviour);
  buttons(figure, svg, behaviour, [width, height]);

  const label = document.querySelector(".slider");
  if (!label) return;
  label.hidden = false;
  const slider = label.querySelector("input");
  tell(label);
  slider.addEventListener("input", () => {
    tell(label);
    for (const place of figure.querySelectorAll("[data-days]")) {
      const happened = place.dataset.days.split(" ").some((day) => Number(day) <= Number(slider.value));
      place.classList.toggle("absent", !happened);
    }
  });
}
