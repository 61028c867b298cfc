// Takes a picture of each page of a served archive: node pictures.js ADDRESS FACTS FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const [address, facts, folder] = process.argv.slice(2);
process.env.DATELINE_ADDRESS = address;
process.env.DATELINE_FACTS = facts;
const { launch, open } = await import("./tests/visit.js");
const { article, statement, actor, day, word } = JSON.parse(facts);
const local = statement.split(":")[1];

const PICTURES = {
  search: `/search?q=${word}`,
  article: `/article/${article}?at=${local}#${local}`,
  actor: `/actor/${actor}`,
  timeline: "/timeline",
  network: `/network?on=${day}`,
  map: "/map",
  sources: "/sources",
  disputes: "/disputes",
  forecasts: "/forecasts",
  review: "/review",
};
const WAYS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 860 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 860 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
};

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [name, path] of Object.entries(PICTURES)) {
  for (const [way, options] of Object.entries(WAYS)) {
    const { page, close } = await open(browser, options);
    await page.goto(path);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${way}.png`) });
    await close();
  }
}
await browser.close();
