// Zooming a timeline, from centuries to hours: the rows stay, the line of time under them moves.
import { axisTop } from "d3-axis";
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";

const DAY = 86_400_000;

/** Writes a year as people do: 480 BC, and no zeros before 800. */
function year(date) {
  const number = date.getUTCFullYear();
  return number > 0 ? String(number) : `${1 - number} BC`;
}

export function enhance(figure) {
  const { first, last, left, width } = Object.fromEntries(Object.entries(figure.dataset).map(([k, v]) => [k, Number(v)]));
  const svg = select(figure).select("svg");
  const height = svg.node().viewBox.baseVal.height;
  const line = scaleUtc([new Date(first * DAY), new Date(last * DAY)], [left, width - 12]);
  const axis = svg.select(".axis");
  const shapes = svg.selectAll(".row").selectAll("rect, path").nodes().map((shape) => ({
    shape,
    x: Number(shape.getAttribute("x") ?? 0),
    width: Number(shape.getAttribute("width") ?? 0),
    path: shape.getAttribute("d"),
  }));

  /** Moves every x of a path; all of ours are written as M, H, v and l. */
  const moved = (path, by) => path.replace(/([MH])(-?[\d.]+)/g, (_, letter, x) => letter + clamp(by.applyX(Number(x) - left) + left));
  const clamp = (x) => Math.min(Math.max(x, left), width);

  function draw(by) {
    const shifted = line.copy().domain([by.invertX(0), by.invertX(width - 12 - left)].map((x) => line.invert(x + left)));
    const plain = shifted.tickFormat(8);
    axis.call(axisTop(shifted).ticks(8).tickFormat((date) => (/^-?\d+$/.test(plain(date)) ? year(date) : plain(date))).tickSize(-height).tickSizeOuter(0)).attr("transform", "translate(0,22)");
    axis.selectAll(".tick").classed("tick", true);
    axis.select(".domain").remove();
    for (const { shape, x, width: wide, path } of shapes) {
      if (path) {
        shape.setAttribute("d", moved(path, by));
      } else {
        const begin = clamp(by.applyX(x - left) + left);
        const end = clamp(by.applyX(x - left + wide) + left);
        shape.setAttribute("x", begin);
        shape.setAttribute("width", Math.max(end - begin, end > left && begin < width ? 3 : 0));
      }
    }
  }

  const behaviour = zoom()
    .scaleExtent([1, Math.max(2, (last - first) * 24)])
    .extent([[0, 0], [width - 12 - left, height]])
    .translateExtent([[0, 0], [width - 12 - left, height]])
    .filter((event) => event.type !== "wheel" || event.ctrlKey || event.metaKey)
    .on("zoom", (event) => draw(event.transform));
  svg.call(behaviour);
  buttons(figure, svg, behaviour, [width - 12 - left, height]);
}

/** Shows the buttons that stand before a figure, and lets them zoom and move it as a hand does. */
export function buttons(figure, svg, behaviour, [width, height]) {
  const row = figure.previousElementSibling;
  if (!row?.matches("[data-zoom]")) return;
  row.hidden = false;
  row.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { by, x, y } = button.dataset;
    const { k } = zoomTransform(svg.node());
    if (by === undefined) svg.call(behaviour.translateBy, (Number(x) * width) / k / 3, (Number(y) * height) / k / 3);
    else if (Number(by)) svg.call(behaviour.scaleBy, Number(by));
    else svg.call(behaviour.transform, zoomIdentity);
  });
}
