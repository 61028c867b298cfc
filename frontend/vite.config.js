// Builds the explorer's modules, its style sheet and its map of the world into the Python package.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { geoEquirectangular, geoGraticule10, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { defineConfig } from "vite";

const bundle = resolve(import.meta.dirname, "../src/dateline/explore/bundle");

/** Draws the countries once, one unit a degree, so that the page can place points without a script. */
function world() {
  return {
    name: "world",
    closeBundle() {
      const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
      const atlas = JSON.parse(readFileSync(file, "utf8"));
      const { countries, land } = atlas.objects;
      const draw = geoPath(geoEquirectangular().scale(180 / Math.PI).translate([180, 90])).digits(2);
      const layer = (name, shape) => `<path id="${name}" vector-effect="non-scaling-stroke" d="${draw(shape)}"/>`;
      const inner = layer("graticule", geoGraticule10()) + layer("land", feature(atlas, land)) +
        layer("borders", mesh(atlas, countries, (one, other) => one !== other));
      mkdirSync(bundle, { recursive: true });
      writeFileSync(resolve(bundle, "world.svg"),
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">${inner}</svg>\n`);
    },
  };
}

/** Puts the licences of all that is bundled beside it, as they ask for. */
function licences() {
  return {
    name: "licences",
    closeBundle() {
      const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, "package-lock.json"), "utf8"));
      const texts = Object.entries(lock.packages).filter(([path, one]) => path && !one.dev && !one.devOptional && !one.optional)
        .map(([path, one]) => {
          const folder = resolve(import.meta.dirname, path);
          const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
          if (!file) throw new Error(`${path} has no licence beside it`);
          return `${path.replace("node_modules/", "")} ${one.version} (${one.license})\n\n${readFileSync(resolve(folder, file), "utf8")}`;
        });
      writeFileSync(resolve(bundle, "licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
    },
  };
}

export default defineConfig({
  plugins: [world(), licences()],
  publicDir: false,
  build: {
    outDir: bundle,
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: { explorer: resolve(import.meta.dirname, "src/explorer.js") },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
