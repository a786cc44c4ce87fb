// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// EventSources over the cap of their user: it settles, and nobody storms. The hub allows two streams a user.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { EventSource } from "eventsource";
import { chromium } from "playwright-core";

import { FLAGS, until } from "./hub.mjs";

let browser;
let hub;
let url;

before(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});
after(() => browser?.close());
beforeEach(async () => {
  hub = spawn(join(process.env.HELIOGRAPH_BIN ?? "", "namedhub"), { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(hub.stdout.setEncoding("utf8"), "data");
  url = line.trim();
});
afterEach(async () => {
  const ended = once(hub, "exit");
  hub.kill();
  await ended;
});

async function figure(name) {
  const text = await (await fetch(`${url}/metrics?user=root`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`heliograph_${name} `));
  return line ? Number(line.split(" ").at(-1)) : 0;
}
const opened = () => figure("sse_connections_opened_total");
const evicted = () => figure('sse_connections_closed_total{reason="evicted"}');
const sentAway = () => figure('hub_rate_limited_total{bucket="streams_per_user"}');

/** In the page: one EventSource, and what came of it. */
function follow([address, client]) {
  const source = new EventSource(`${address}&client=${client}`);
  const followed = { source, hellos: 0, closing: null };
  source.addEventListener("hub.hello", () => {
    followed.hellos += 1;
  });
  source.addEventListener("hub.closing", (event) => {
    followed.closing = JSON.parse(event.data);
  });
  window.followed = [...(window.followed ?? []), followed];
}
const states = (page) =>
  page.evaluate(() => window.followed.map(({ source, hellos, closing }) => ({ state: source.readyState, hellos, closing })));

test("two pages over the cap", async () => {
  const pages = [];
  for (const name of ["first", "second"]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    for (const number of [1, 2]) {
      await page.evaluate(follow, [`${url}/api/v1/events?user=ann`, `${name}-${number}`]);
      await until(async () => (await states(page)).at(-1).hellos === 1, "its stream");
    }
    pages.push(page);
  }
  const evictedOnes = () => states(pages[0]);
  await until(async () => (await evictedOnes()).every((one) => one.closing), "the first page to be told");
  for (const one of await evictedOnes()) {
    assert.equal(one.closing.reason, "evicted");
    assert.equal(one.closing.reconnect, false);
    assert.equal(one.state, 0, "it waits for its retry");
  }
  assert.ok((await states(pages[1])).every((one) => one.state === 1 && !one.closing), "the newer ones stay");
  // A page that asks again at once, whatever it was told, is ended by that.
  await pages[0].evaluate(() => {
    for (const followed of window.followed) {
      followed.source.close();
      followed.source = new EventSource(followed.source.url);
    }
  });
  await until(async () => (await evictedOnes()).every((one) => one.state === 2), "the 204 that stops them");
  assert.equal(await evicted(), 2);
  assert.equal(await sentAway(), 2);
  assert.ok((await states(pages[1])).every((one) => one.state === 1 && one.hellos === 1), "the newer ones stay");
  await Promise.all(pages.map((page) => page.context().close()));
});

test("five EventSources that wait a hundredth of what they are told", async () => {
  const timeout = globalThis.setTimeout;
  globalThis.setTimeout = (call, ms, ...more) => timeout(call, ms > 1000 ? ms / 100 : ms, ...more);
  const sources = [];
  try {
    for (let number = 0; number < 5; number += 1) {
      const source = new EventSource(`${url}/api/v1/events?user=ann&client=${number}`);
      await once(source, "hub.hello");
      sources.push(source);
    }
    const closed = () => sources.filter((source) => source.readyState === EventSource.CLOSED);
    await until(() => closed().length === 3, "those that came back to be ended");
    assert.deepEqual(closed(), sources.slice(0, 3), "the oldest ones");
    assert.equal(await opened(), 5, "each was opened once");
    assert.equal(await evicted(), 3);
    assert.equal(await sentAway(), 3);
  } finally {
    globalThis.setTimeout = timeout;
    for (const source of sources) {
      source.close();
    }
  }
});
