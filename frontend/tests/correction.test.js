// A correction made in the page; the runner restarts the server and reads the pages again between the two parts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { facts, launch, open } from "./visit.js";

const NAME = "Someone Renamed";
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Searches for a name and opens the actor's page; tells whether there is such an actor. */
async function find(page, name) {
  await page.goto(`/search?q=${encodeURIComponent(name)}`);
  const link = page.locator("a.party", { hasText: name }).first();
  if (!(await link.count())) return false;
  await link.click();
  return (await page.locator("h1").innerText()) === name;
}

test(facts.part === "make" ? "a correction is made" : "the correction lasts until it is undone", async () => {
  const { page, faults, close } = await open(browser);
  if (facts.part === "make") {
    await page.goto(`/review?of=${facts.entity}`);
    await page.getByLabel("What").selectOption("rename");
    await page.getByLabel("Name, kind or other id").fill(NAME);
    await page.getByRole("button", { name: "Correct" }).click();
    assert.ok((await page.getByRole("status").innerText()).includes("is made"));
  }
  assert.ok(await find(page, NAME), "the actor has its new name");
  if (facts.part === "look") {
    await page.goto("/review");
    await page.getByRole("button", { name: "Undo" }).first().click();
    assert.ok(!(await find(page, NAME)), "the actor has its own name again");
  }
  assert.deepEqual(faults, []);
  await close();
});
