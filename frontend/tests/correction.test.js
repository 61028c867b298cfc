// A correction made in the page; the runner restarts the server and reads the pages again between the two parts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { facts, launch, open } from "./visit.js";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test(facts.part === "look" ? "the correction is still there" : "a correction is made", async () => {
  const { page, faults, close } = await open(browser);
  if (facts.part === "make") {
    await page.goto(`/review?of=${facts.entity}`);
    await page.getByLabel("What").selectOption("rename");
    await page.getByLabel("Name, kind or other id").fill("Someone Renamed");
    await page.getByRole("button", { name: "Correct" }).click();
    assert.ok((await page.getByRole("status").innerText()).includes("is made"));
  }
  await page.goto(`/actor/${facts.entity}`);
  assert.equal(await page.locator("h1").innerText(), facts.part === "undone" ? facts.name : "Someone Renamed");
  if (facts.part === "look") {
    await page.goto("/review");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.goto(`/actor/${facts.entity}`);
    assert.equal(await page.locator("h1").innerText(), facts.name);
  }
  assert.deepEqual(faults, []);
  await close();
});
