// Every page: no error, nothing from elsewhere, open to everyone, in light and dark, on a phone, without a script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PAGES, accessible, facts, launch, open } from "./visit.js";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const path of PAGES) {
  test(`${path} has no fault in light and in dark`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, faults, close } = await open(browser, { colorScheme, bypassCSP: true });
      const answer = await page.goto(path);
      assert.equal(answer.status(), path === "/nowhere" ? 404 : 200);
      await accessible(page);
      assert.deepEqual(faults.filter((fault) => path !== "/nowhere" || !fault.includes("404")), []);
      await close();
    }
  });

  test(`${path} keeps to the policy, and fits a phone`, async () => {
    const { page, faults, close } = await open(browser, { viewport: { width: 360, height: 740 } });
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide} pixels wide`);
    assert.deepEqual(faults.filter((fault) => path !== "/nowhere" || !fault.includes("404")), []);
    await close();
  });

  test(`${path} works without a script`, async () => {
    const { page, close } = await open(browser, { javaScriptEnabled: false });
    await page.goto(path);
    assert.ok((await page.locator("main").innerText()).length > 40);
    assert.equal(await page.locator("[data-zoom]:visible, .slider:visible, .play:visible").count(), 0);
    await close();
  });
}

test("from the search to the sentence in two clicks", async () => {
  const { page, faults, close } = await open(browser);
  await page.goto("/");
  await page.getByRole("searchbox").fill(facts.word);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "in its article" }).first().click();
  const lit = page.locator(".text .lit").first();
  await lit.waitFor();
  assert.ok((await page.locator(".text .lit").allInnerTexts()).join(" ").toLowerCase().includes(facts.word.toLowerCase()));
  const box = await lit.boundingBox();
  assert.ok(box.y >= 0 && box.y < 720, "the sentence is in sight");
  const plain = await page.evaluate(() => getComputedStyle(document.querySelector(".text p")).backgroundColor);
  assert.notEqual(await lit.evaluate((piece) => getComputedStyle(piece).backgroundColor), plain);
  assert.deepEqual(faults, []);
  await close();
});

test("the slider shows the ties that the query gives for the day", async () => {
  const { page, faults, close } = await open(browser);
  await page.goto("/network");
  const slider = page.getByRole("slider");
  const { min, max } = await slider.evaluate(({ min, max }) => ({ min: Number(min), max: Number(max) }));
  const counts = new Set();
  for (const share of [0, 0.35, 0.7, 1]) {
    const day = Math.round(min + share * (max - min));
    const on = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const answered = page.waitForResponse((answer) => answer.url().includes(`on=${on}`));
    await slider.evaluate((input, value) => { input.value = value; input.dispatchEvent(new Event("input", { bubbles: true })); }, day);
    const { held } = await (await answered).json();
    await page.waitForFunction((text) => document.querySelector("#held").textContent.includes(text), on);
    const shown = await page.locator(".edge:not(.absent)").evaluateAll((edges) => edges.map((edge) => edge.dataset.id).sort());
    assert.deepEqual(shown, Object.keys(held).sort());
    const listed = await page.locator("#ties > li:not([hidden])").evaluateAll((rows) => rows.map((row) => row.id).sort());
    assert.deepEqual(listed, shown);
    counts.add(shown.length);
    const again = await page.request.get(`/network/held?on=${on}`);
    assert.deepEqual((await again.json()).held, held);
  }
  assert.ok(counts.size > 1, "the network changes over time");
  assert.deepEqual(faults, []);
  await close();
});

test("a link to a day of the network leads to every other day", async () => {
  const { page, faults, close } = await open(browser);
  await page.goto(`/network?on=${facts.day}`);
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("End");
  const last = await slider.evaluate(({ max }) => new Date(max * 86_400_000).toISOString().slice(0, 10));
  await page.waitForFunction((text) => document.querySelector("#held").textContent.includes(text), last);
  const { held } = await (await page.request.get(`/network/held?on=${last}`)).json();
  const listed = await page.locator("#ties > li:not([hidden])").evaluateAll((rows) => rows.map((row) => row.id).sort());
  assert.deepEqual(listed, Object.keys(held).sort());
  for (const [id, how] of Object.entries(held)) {
    assert.equal(await page.locator(`[id="${id}"] .then`).innerText(), `held ${how}`);
  }
  assert.equal(await page.locator(".day").innerText(), last);
  assert.ok(page.url().includes(`on=${last}`));
  assert.deepEqual(faults, []);
  await close();
});

test("the map's slider tells its day and takes away what came later", async () => {
  const { page, faults, close } = await open(browser);
  await page.goto("/map");
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("Home");
  const first = await slider.evaluate(({ min }) => new Date(min * 86_400_000).toISOString().slice(0, 10));
  assert.equal(await page.locator(".day").innerText(), first);
  const left = await page.locator("[data-days]:not(.absent)").count();
  assert.ok(left > 0 && left < await page.locator("[data-days]").count());
  await page.goto("/map?since=1901&until=1902");
  assert.equal(await page.locator(".place").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("pictures zoom and move by buttons alone", async () => {
  const { page, faults, close } = await open(browser);
  await page.goto("/timeline");
  const ticks = () => page.locator(".axis .tick text").allTextContents();
  const seen = [await ticks()];
  for (const name of ["Closer", "Closer", "Earlier", "Later", "Farther", "All"]) {
    await page.getByRole("button", { name }).press("Enter");
    seen.push(await ticks());
  }
  assert.notDeepEqual(seen[2], seen[1]);
  assert.notDeepEqual(seen[3], seen[2]);
  assert.deepEqual(seen[4], seen[2]);
  await page.goto("/map");
  const box = () => page.locator("figure svg").getAttribute("viewBox");
  const whole = (await box()).split(" ").map(Number);
  await page.getByRole("button", { name: "Closer" }).press("Enter");
  const [x, y] = (await box()).split(" ").map(Number);
  await page.getByRole("button", { name: "East" }).press("Enter");
  await page.getByRole("button", { name: "South" }).press("Enter");
  const [east, south] = (await box()).split(" ").map(Number);
  assert.ok(east > x && south > y);
  await page.getByRole("button", { name: "All" }).press("Enter");
  assert.deepEqual((await box()).split(" ").map(Number), whole);
  assert.deepEqual(faults, []);
  await close();
});

test("a dossier on paper has its evidence, and nothing to press", async () => {
  const { page, close } = await open(browser);
  await page.goto(`/actor/${facts.actor}`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("details.tellings:not([open])").count(), 0);
  assert.ok(await page.locator(".tellings blockquote").first().isVisible());
  for (const gone of [".masthead", ".ways", "button", "form"]) assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
  assert.ok(await page.locator(".colophon").isVisible());
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("details.tellings[open]").count(), 0);
  await close();
});

test("a citation is copied with its speaker", async () => {
  const { page, faults, close } = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`/cite/${facts.statement}`);
  const words = await page.locator("#citation").innerText();
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), words);
  assert.match(words, /” — .+, in .+ \(characters \d+–\d+, /);
  assert.deepEqual(faults, []);
  await close();
});

test("keys alone reach what is to be pressed, and are seen there", async () => {
  const { page, close } = await open(browser);
  for (const path of ["/", "/timeline", "/network", "/map", "/review"]) {
    await page.goto(path);
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return document.activeElement === document.body || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
      });
      assert.ok(seen, `${path}, step ${step}`);
    }
  }
  await close();
});

test("keys alone lead through an article", async () => {
  const { page, close } = await open(browser);
  await page.goto(`/article/${facts.article}`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.locator(".tip").waitFor({ state: "attached" });
  await page.keyboard.press("j");
  const note = await page.evaluate(() => document.activeElement.dataset.note);
  assert.ok(note);
  assert.equal(await page.getByRole("tooltip").textContent(), note);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("tooltip").count(), 0);
  await close();
});

test("layers switch without a script", async () => {
  const { page, close } = await open(browser, { javaScriptEnabled: false });
  await page.goto(`/article/${facts.article}`);
  const name = page.locator(".text a.name").first();
  const shadow = () => name.evaluate((one) => getComputedStyle(one).borderBottomWidth);
  const before = await shadow();
  await page.getByLabel("Names").uncheck();
  assert.notEqual(await shadow(), before);
  await close();
});

test("the colours that are chosen stay", async () => {
  const { page, close } = await open(browser, { colorScheme: "light" });
  await page.goto("/sources");
  await page.getByRole("button", { name: "Dark colours" }).click();
  assert.equal(new URL(page.url()).pathname, "/sources");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.goto("/");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await close();
});

test("hostile articles are shown as text wherever they are shown", async () => {
  const { page, faults, close } = await open(browser);
  page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
  const { hostile } = facts;
  const paths = [`/article/${hostile}?comments=open`, `/actor/${hostile}:e1`, `/actor/${hostile}:e2`, `/cite/${hostile}:s1`,
    "/search?q=bombed", `/timeline?actor=${hostile}:e2`, `/network?around=${hostile}:e1`, `/map?at=${hostile}:e3`];
  for (const path of paths) {
    await page.goto(path);
    const theirs = "main script, main iframe, main img, main b, [href^='javascript:' i], [onerror], [onmouseover]";
    assert.equal(await page.locator(theirs).count(), 0, path);
    assert.match(await page.title(), / · Dateline$/);
  }
  await page.goto(paths[0]);
  const words = await page.locator("main").innerText();
  for (const shown of ["⟨U+202E⟩", "<script>alert(1)</script>", "javascript:alert(1)"]) assert.ok(words.includes(shown), shown);
  await page.locator(".tip").waitFor({ state: "attached" });
  await page.locator(".text [data-note]").first().hover();
  assert.ok((await page.getByRole("tooltip").textContent()).includes("Ada"));
  assert.equal(await page.locator(".tip *").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});
