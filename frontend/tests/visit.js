// A browser for the tests: Debian's Chromium, nothing of it on the network, every fault on a page noted.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const address = process.env.DATELINE_ADDRESS;
export const facts = JSON.parse(process.env.DATELINE_FACTS ?? "{}");
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** Opens a page that notes what goes wrong on it: errors, and requests to anywhere else. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ baseURL: address, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (fault) => faults.push(`error: ${fault.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Asserts that axe finds no serious violation of WCAG 2.2 AA on a page. */
export async function accessible(page) {
  const found = await page.evaluate(async (source) => {
    if (!window.axe) new Function(source)();
    const answer = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return answer.violations
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.any?.[0]?.message ?? ""}`).join(" | ")}`);
  }, AXE);
  assert.deepEqual(found, [], `on ${page.url()}`);
}

export const PAGES = ["/", "/search?q={word}", "/article/{article}", "/actor/{actor}", "/timeline", "/timeline?actor={actor}",
  "/network", "/network?on={day}", "/map", "/sources", "/disputes", "/forecasts", "/review", "/cite/{statement}", "/nowhere"]
  .map((path) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(facts[name] ?? "")));
