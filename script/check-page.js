// Drives exported pages in Chromium, as a reader would, and fails where one could not. Called by script/check-page.
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core"), "utf8");

const folder = path.resolve(process.argv[2]);
const rest = (ms = 150) => new Promise((done) => setTimeout(done, ms));
const selected = (page) => page.evaluate(() => document.querySelector("#details h2").textContent);
const span = (page) => page.evaluate(() => document.querySelector("#scroll").getAttribute("aria-label"));

async function open(browser, name, width, scheme, isTouch) {
  const page = await browser.newPage(), faults = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => /^(file|data):/.test(request.url()) || faults.push("it asks the network for " + request.url()));
  await page.setViewport({ width, height: width < 500 ? 740 : 900, hasTouch: isTouch, isMobile: isTouch });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
  await page.goto("file://" + path.join(folder, name));
  await rest(300);
  return { page, faults };
}

// Its policy lets no other script in, so this one comes through the driver.
async function accessible(page, where) {
  const found = await page.evaluate(`${axe}; axe.run().then((r) => r.violations.map((v) => [v.impact, v.id, v.nodes.map((n) => n.html.slice(0, 120))]))`);
  assert.deepEqual(found.filter(([impact]) => impact === "serious" || impact === "critical"), [], where);
  for (const other of found) console.error(where, JSON.stringify(other));
}

// What the page draws is what its layout says: every mark, counted and placed.
async function drawn(page) {
  const [marks, laid] = await page.evaluate(() => {
    const marks = [...document.querySelectorAll("#plot .mark")].map((mark) => {
      const use = mark.querySelector("use"), x = +/translate\(([-\d.]+)/.exec(use.getAttribute("transform"))[1];
      return [mark.dataset.s, +mark.dataset.n, x];
    });
    return [marks, window.marks().lanes];
  });
  const all = new Map();
  for (const lane of laid) for (const [kind, list] of [["e", lane.events], ["q", lane.quotes]]) for (const [x, n, id] of list) all.set(kind + id + " " + n, x);
  assert.ok(marks.length > 20, "there are marks");
  for (const [s, n, x] of marks) if (s[0] === "e") assert.ok(Math.abs(all.get(s + " " + n) - x) < 0.02, `${s} is drawn where it lies`);
}

async function byKeys(page) {
  await page.focus("#scroll");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const first = await selected(page);
  await page.keyboard.press("ArrowRight");
  await rest();
  const second = await selected(page);
  assert.notEqual(first, second, "an arrow goes to the next event");
  assert.ok((await page.evaluate(() => document.getElementById("live").textContent)).includes(second), "it is read out");
  const before = await span(page);
  for (let i = 0; i < 4; i++) await page.keyboard.press("+");
  await rest();
  assert.notEqual(await span(page), before, "plus zooms");
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "details", "Enter leads to the details");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("zero option");
  await rest();
  const found = await page.evaluate(() => document.querySelectorAll("#results .item").length);
  assert.ok(found > 0, "something is found");
  await page.keyboard.press("Enter");
  await rest();
  await page.click("#q", { clickCount: 3 });
  await page.keyboard.press("Backspace");
  await page.click("#tabList");
  await page.focus("#tree [tabindex='0']");
  for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await rest();
  assert.ok(await page.evaluate(() => document.querySelector("#tree [aria-level='3'][aria-selected=true]")), "the tree leads to an event");
}

async function byMouse(page) {
  const mark = async () => (await page.$$("#plot .mark[data-s^=e]"))[3].boundingBox();
  let box = await mark();
  await page.mouse.move(box.x + 5, box.y + 5);
  await rest();
  assert.ok(await page.evaluate(() => !document.getElementById("tip").hidden), "a mark says what it is");
  await page.mouse.click(box.x + 5, box.y + 5);
  await rest();
  assert.ok(await page.evaluate(() => document.querySelector("#details .claim")), "a click shows sources");
  const before = await span(page);
  await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaY: -400 });
  await page.keyboard.up("Control");
  await rest();
  const zoomed = await span(page);
  assert.notEqual(zoomed, before, "Ctrl and the wheel zoom");
  await page.mouse.move(700, 500);
  await page.mouse.down();
  await page.mouse.move(400, 500, { steps: 5 });
  await page.mouse.up();
  await rest();
  assert.notEqual(await span(page), zoomed, "a drag pans");
  const top = await page.evaluate(() => document.getElementById("scroll").scrollTop);
  await page.mouse.wheel({ deltaY: 300 });
  await rest(400);
  assert.notEqual(await page.evaluate(() => document.getElementById("scroll").scrollTop), top, "the wheel scrolls");
  await page.evaluate(() => document.getElementById("scroll").scrollTo(0, 0));
  await rest();
  const lanes = await page.evaluate(() => document.querySelectorAll("#plot .header[data-t]").length);
  box = await (await page.$("#plot .header[data-g]")).boundingBox();
  await page.mouse.click(box.x + 40, box.y + 10);
  await rest();
  assert.notEqual(await page.evaluate(() => document.querySelectorAll("#plot .header[data-g]").length), 1, "a heading collapses its lanes");
  await page.mouse.click(box.x + 40, box.y + 10);
  await rest();
  assert.equal(await page.evaluate(() => document.querySelectorAll("#plot .header[data-t]").length), lanes, "and shows them again");
}

async function byTouch(page) {
  const before = await span(page), client = await page.createCDPSession();
  const touch = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await touch("touchStart", [[200, 300], [260, 300]]);
  for (let i = 1; i <= 6; i++) await touch("touchMove", [[200 - 8 * i, 300], [260 + 8 * i, 300]]);
  await touch("touchEnd", []);
  await rest();
  const pinched = await span(page);
  assert.notEqual(pinched, before, "two fingers zoom");
  await touch("touchStart", [[300, 300]]);
  for (let i = 1; i <= 6; i++) await touch("touchMove", [[300 - 20 * i, 300]]);
  await touch("touchEnd", []);
  await rest();
  assert.notEqual(await span(page), pinched, "one finger pans");
  await page.tap("#all");
  await rest();
  const at = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll("#plot .mark[data-s^=e] use")].map((mark) => mark.getBoundingClientRect());
    const box = boxes.find((b) => b.left > 140 && b.right < innerWidth - 20);
    return [box.left + box.width / 2, box.top + box.height / 2];
  });
  await page.touchscreen.tap(...at);
  await rest(300);
  assert.ok(await page.evaluate(() => document.body.classList.contains("open")), "a tap opens the details");
  await page.tap("#close");
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const name of ["whole", "five", "russian"]) {
      for (const [width, scheme] of [[1440, "light"], [1440, "dark"], [360, "light"], [360, "dark"]]) {
        const isTouch = width < 500, where = `${name}, ${width}, ${scheme}`;
        const { page, faults } = await open(browser, name + ".html", width, scheme, isTouch);
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`) });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where + ": nothing is wider than the window");
        if (name === "whole") await drawn(page);
        if (scheme === "light" && name === "whole") {
          await (isTouch ? byTouch(page) : byMouse(page));
          await byKeys(page);
          await page.screenshot({ path: path.join(folder, `${name}-${width}-used.png`) });
        }
        await accessible(page, where);
        assert.deepEqual(faults, [], where);
        await page.close();
      }
    }
    // In a frame of another page that lets it do nothing but run its script.
    const frame = path.join(folder, "frame.html");
    fs.writeFileSync(frame, '<!DOCTYPE html><body style="margin:0"><iframe sandbox="allow-scripts" src="five.html" width="700" height="420"></iframe>');
    const { page, faults } = await open(browser, "frame.html", 720, "light", false);
    const inner = page.frames()[1];
    assert.ok((await inner.$$("#plot .mark")).length > 0, "it works in a frame");
    await page.screenshot({ path: path.join(folder, "frame.png") });
    assert.deepEqual(faults, [], "in a frame");
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
