// Tells when Chromium has painted the first of each page, in ms: node paint.js ADDRESS '{"page": ["/", ...]}'
const [address, asked] = process.argv.slice(2);
process.env.DATELINE_ADDRESS = address;
const { launch, open } = await import("./tests/visit.js");

const browser = await launch();
const { page, close } = await open(browser, { viewport: { width: 1280, height: 860 } });
await page.goto("/review"); // the style sheet and the modules are then at hand, as they are for who reads on
const paints = {};
for (const [name, paths] of Object.entries(JSON.parse(asked))) {
  paints[name] = [];
  for (const path of paths) {
    await page.goto(path);
    const paint = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    paints[name].push(await paint.jsonValue());
  }
}
await close();
await browser.close();
process.stdout.write(JSON.stringify(paints));
