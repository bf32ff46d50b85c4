"use strict";
// Draws each table of counts as bars beside it. Without this file the tables say the same.

const ROW_PX = 34;
const WIDE_PX = 300;

function read(table) {
  const rows = [...table.tBodies[0].rows];
  return {
    names: rows.map((row) => row.cells[0].textContent.trim()),
    counts: rows.map((row) => Number(row.cells[1].textContent)),
  };
}

function shortened(name, most) {
  return name.length > most ? name.slice(0, most - 1) + "…" : name;
}

function whole(u, splits) {
  return splits.map((value) => (Number.isInteger(value) ? String(value) : ""));
}

function options(held, down, width, style) {
  const ink = style.getPropertyValue("--soft").trim();
  const font = "14px " + style.fontFamily;
  const label = (place) => (held.names[place] === undefined ? "" : held.names[place]);
  const bars = uPlot.paths.bars({ size: [0.7, 60] });
  const names = {
    scale: "x", stroke: ink, font, grid: { show: false }, ticks: { show: false },
    side: down ? 3 : 2, size: down ? Math.min(200, width / 2.6) : 40,
    splits: () => held.names.map((_, place) => place),
    values: (u, places) => {
      const step = down ? 1 : Math.ceil(places.length / Math.max(1, Math.floor(width / 70)));
      return places.map((p) => (p % step ? "" : down ? shortened(label(p), Math.floor(names.size / 15)) : label(p).slice(5)));
    },
  };
  const counts = {
    scale: "y", stroke: ink, font, values: whole, side: down ? 2 : 3, size: down ? 36 : 44,
    grid: { stroke: style.getPropertyValue("--line").trim() }, ticks: { show: false },
  };
  return {
    width, height: down ? held.names.length * ROW_PX + 50 : WIDE_PX,
    cursor: { show: false }, legend: { show: false }, padding: [10, 16, 0, 0],
    scales: {
      x: { time: false, ori: down ? 1 : 0, dir: down ? -1 : 1, range: [-0.5, held.names.length - 0.5] },
      y: { ori: down ? 0 : 1, range: (u, low, high) => [0, Math.max(1, Math.ceil(high * 1.05))] },
    },
    axes: [names, counts],
    series: [{}, { paths: bars, fill: style.getPropertyValue("--link").trim(), stroke: "transparent", points: { show: false } }],
  };
}

function draw(place) {
  const held = read(document.getElementById(place.dataset.of));
  const style = getComputedStyle(document.body);
  const width = Math.floor(place.clientWidth);
  place.replaceChildren();
  if (!held.names.length || !width) return;
  const data = [held.names.map((_, at) => at), held.counts];
  new uPlot(options(held, place.dataset.way === "down", width, style), data, place);
}

const drawings = [...document.querySelectorAll(".drawing")];
const watching = new ResizeObserver((entries) => {
  entries.filter((entry) => entry.target.dataset.width !== String(Math.floor(entry.contentRect.width)))
    .forEach((entry) => {
      entry.target.dataset.width = String(Math.floor(entry.contentRect.width));
      draw(entry.target);
    });
});
drawings.forEach((place) => watching.observe(place));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawings.forEach(draw));
