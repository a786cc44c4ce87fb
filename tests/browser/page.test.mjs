// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The web page in Chromium, with its own EventSource.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { chromium } from "playwright-core";

import { FLAGS, Hub, until } from "./hub.mjs";

const ARTEFACTS = process.env.HELIOGRAPH_ARTEFACTS ?? "artefacts";

let hub;
let browser;

before(async () => {
  await mkdir(ARTEFACTS, { recursive: true });
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});
after(() => browser?.close());
beforeEach(async () => {
  hub = await Hub.start();
});
afterEach(() => hub.remove());

/** Opens the page. `faults` collects errors of the page and its console, except network errors. */
async function open(colorScheme = "light") {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("net::ERR_")) {
      page.faults.push(message.text());
    }
  });
  await page.goto(hub.url);
  await state(page, "Live");
  return page;
}

const state = (page, text) => page.locator("#state", { hasText: text }).waitFor();
const row = (page, job, status) => page.locator(`#jobs tr[data-job="${job}"][data-status="${status}"]`);
const loggedIds = (page) => page.locator("#log li[data-id]").evaluateAll((rows) => rows.map((one) => one.dataset.id));

async function send(page, job) {
  await page.fill("#job-id", job);
  await page.click("#send button");
  await page.locator("#sent", { hasText: `${job}: webhook accepted` }).waitFor();
  await row(page, job, "completed").waitFor();
}

/** Makes a token that is signed with HS256. */
function tokenFor(secret, claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

async function screenshot(page, name) {
  await page.screenshot({ path: join(ARTEFACTS, name), fullPage: true });
}

for (const scheme of ["light", "dark"]) {
  test(`a test webhook sent by the form shows as completed (${scheme})`, async () => {
    const page = await open(scheme);
    await hub.publish("running-1", { type: "progress", progress: 40, message: "upscaling" });
    await hub.publish("failed-1", { type: "failed", error: { code: "CUDA_OOM", message: "out of memory" } });
    await send(page, `from-the-page-${scheme}`);
    assert.match(await row(page, "failed-1", "failed").innerText(), /out of memory/);
    assert.match(await row(page, "running-1", "processing").innerText(), /40 %/);
    await screenshot(page, `webpage-${scheme}.png`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test("every event once and in order through a restart of the hub", async () => {
  const page = await open();
  await send(page, "before");
  const published = [];
  for (let line = 0; line < 10; line += 1) {
    published.push(await hub.publish("job-1", { type: "log", message: `before ${line}` }));
  }
  await hub.down("SIGKILL");
  await state(page, "Reconnecting");
  await screenshot(page, "webpage-reconnecting.png");
  await hub.up();
  for (let line = 0; line < 10; line += 1) {
    published.push(await hub.publish("job-1", { type: "log", message: `after ${line}` }));
  }
  await state(page, "Live");
  await send(page, "after");
  const ids = await until(async () => {
    const seen = await loggedIds(page);
    return seen.includes(published.at(-1)) ? seen : null;
  }, "the last event on the page");
  assert.deepEqual(ids.filter((id) => published.includes(id)), published);
  assert.equal(new Set(ids).size, ids.length, "no id came twice");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a hub with keys asks for a token, also after a restart", async () => {
  const secret = "0123456789abcdef0123456789abcdef";
  const locked = await Hub.start('[auth]\nhs_secret_file = "secret"\n', { secret });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const addresses = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto(locked.url);
  await state(page, "Not let in");
  await screenshot(page, "webpage-locked.png");
  const token = tokenFor(secret, { sub: "root", scope: "admin", exp: Math.floor(Date.now() / 1000) + 600 });
  await page.fill("#token", token);
  await page.click("#token-form button");
  await state(page, "Live");
  await send(page, "with-token");
  const before = await page.locator("#last-id").innerText();
  await locked.down("SIGKILL");
  await state(page, "Reconnecting");
  await locked.up();
  await state(page, "Live");
  await send(page, "after-restart");
  assert.notEqual(await page.locator("#last-id").innerText(), before);
  assert.equal(await page.locator("#log", { hasText: "hub.gap" }).count(), 0);
  assert.ok(addresses.every((address) => !address.includes(token)), "the token stays out of addresses");
  await context.close();
  await locked.remove();
});

test("pictures come only from origins that the hub allows", async () => {
  const asked = { allowed: 0, foreign: 0 };
  const hosts = await Promise.all(Object.keys(asked).map(async (name) => {
    const server = createServer((_, response) => {
      asked[name] += 1;
      response.writeHead(200, { "Content-Type": "image/svg+xml" });
      response.end('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  }));
  const [allowed, foreign] = hosts.map((server) => `http://127.0.0.1:${server.address().port}`);
  const own = await Hub.start(`[hub]\npicture_origins = ["${allowed}"]\n`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(own.url);
  await state(page, "Live");
  const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  const images = [`${allowed}/a.svg`, `${foreign}/b.svg`, pixel].map((url) => ({ url }));
  await own.publish("job-1", { type: "completed", result: { images } });
  const result = row(page, "job-1", "completed");
  await result.waitFor();
  await until(() => asked.allowed > 0, "the allowed picture");
  assert.deepEqual(await result.locator("img").evaluateAll((all) => all.map((one) => one.getAttribute("src"))),
    [`${allowed}/a.svg`, pixel]);
  assert.equal(await result.locator(`a[href="${foreign}/b.svg"]`).innerText(), "picture 2");
  // The content security policy applies even to pictures that a script requests.
  const loaded = await page.evaluate((url) => new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = url;
  }), `${foreign}/c.svg`);
  assert.equal(loaded, false);
  assert.equal(asked.foreign, 0);
  await context.close();
  await own.remove();
  hosts.forEach((server) => server.close());
});

test("foreign text stays text", async () => {
  const page = await open();
  const markup = "<img src=x onerror=document.title=1>";
  await hub.publish("job-1", { type: "progress", progress: 5, message: markup });
  await row(page, "job-1", "processing").waitFor();
  assert.match(await row(page, "job-1", "processing").innerText(), /<img src=x/);
  assert.equal(await page.title(), "Heliograph");
  assert.equal(await page.locator("#jobs img, #log img").count(), 0);
  await page.context().close();
});

test("long texts and broken pictures keep the page in shape", async () => {
  const page = await open();
  const word = "x".repeat(2000);
  const broken = `data:image/png;base64,${"A".repeat(40)}`;
  await hub.publish(`job-${"i".repeat(100)}`, { type: "failed", error: { code: "E", message: word } });
  await hub.publish("job-1", { type: "completed", result: { images: [{ url: broken }] } });
  const result = row(page, "job-1", "completed");
  await until(async () => (await result.locator("a.picture").innerText()) === "picture 1", "the word for the picture");
  assert.equal(await result.locator("img").count(), 0);
  for (const part of [".jobs .scroll", ".try pre", "html"]) {
    const [content, room] = await page.locator(part).evaluate((one) => [one.scrollWidth, one.clientWidth]);
    assert.ok(content <= room, `${part}: ${content} pixels wide in ${room}`);
  }
  await page.screenshot({ path: join(ARTEFACTS, "page-long-texts.png") });
  await page.context().close();
});
