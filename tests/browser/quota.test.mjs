// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// More EventSources than a user may have, which is two here. The clients must come to rest and not keep reconnecting.

import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { EventSource } from "eventsource";
import { chromium } from "playwright-core";

import { FLAGS, Hub, Issuer, until } from "./hub.mjs";

let browser;
let issuer;
let token;
let hub;

before(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  issuer = await Issuer.create();
  token = { ann: await issuer.token("ann", "read"), root: await issuer.token("root", "admin") };
});
after(async () => {
  await browser?.close();
  await issuer?.remove();
});
beforeEach(async () => {
  hub = await Hub.start(`[auth]\nkeys = ["${issuer.folder}"]\n[limits]\nstreams_per_user = 2\nstream_starts_per_minute = 20\n`);
});
afterEach(() => hub.remove());

async function figure(name) {
  const answer = await fetch(`${hub.url}/metrics`, { headers: { Authorization: `Bearer ${token.root}` } });
  const line = (await answer.text()).split("\n").find((one) => one.startsWith(`heliograph_${name} `));
  return line ? Number(line.split(" ").at(-1)) : 0;
}
const opened = () => figure("sse_connections_opened_total");
const evicted = () => figure('sse_connections_closed_total{reason="evicted"}');
const sentAway = () => figure('hub_rate_limited_total{bucket="streams_per_user"}');

/** Runs in the page: opens an EventSource for `client`, in place of its earlier one, and records its events. */
async function follow([client, bearer, by]) {
  const pass = { token: bearer };
  if (by === "ticket") {
    const answer = await fetch("/api/v1/tickets", { method: "POST", headers: { Authorization: `Bearer ${bearer}` } });
    pass.ticket = (await answer.json()).ticket;
  }
  const source = new EventSource(`/api/v1/events?client=${client}&${by}=${pass[by]}`);
  const followed = { source, hellos: 0, closing: null };
  source.addEventListener("hub.hello", () => {
    followed.hellos += 1;
  });
  source.addEventListener("hub.closing", (event) => {
    followed.closing = JSON.parse(event.data);
  });
  window.followed ??= {};
  window.followed[client]?.source.close();
  window.followed[client] = followed;
}
const states = (page) => page.evaluate(() => Object.values(window.followed ?? {}).map(
  ({ source, hellos, closing }) => ({ state: source.readyState, hellos, closing })));

for (const by of ["token", "ticket"]) {
  test(`two pages over the cap, each stream by a ${by}`, async () => {
    const pages = [];
    for (const name of ["first", "second"]) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(hub.url);
      for (const number of [1, 2]) {
        await page.evaluate(follow, [`${name}-${number}`, token.ann, by]);
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
    // A page that reconnects at once in spite of `hub.closing` is stopped by the answer 204.
    for (const number of [1, 2]) {
      await pages[0].evaluate(follow, [`first-${number}`, token.ann, by]);
    }
    await until(async () => (await evictedOnes()).every((one) => one.state === 2), "the 204 that stops them");
    assert.equal(await opened(), 4, "each was opened once");
    assert.equal(await evicted(), 2);
    assert.equal(await sentAway(), 2);
    assert.ok((await states(pages[1])).every((one) => one.state === 1 && one.hellos === 1), "the newer ones stay");
    await Promise.all(pages.map((page) => page.context().close()));
  });
}

test("an EventSource whose ticket is used up is ended by its first way back", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(hub.url);
  await page.evaluate(follow, ["one", token.ann, "ticket"]);
  await until(async () => (await states(page)).at(-1).hellos === 1, "its stream");
  const port = hub.port;
  await hub.down("SIGKILL");
  await hub.up();
  assert.equal(hub.port, port);
  await until(async () => (await states(page)).at(-1).state === 2, "the 401 that stops it");
  assert.equal(await opened(), 0);
  await context.close();
});

test("five EventSources that wait a hundredth of what they are told", async () => {
  const timeout = globalThis.setTimeout;
  globalThis.setTimeout = (call, ms, ...more) => timeout(call, ms > 1000 ? ms / 100 : ms, ...more);
  const sources = [];
  try {
    for (let number = 0; number < 5; number += 1) {
      const source = new EventSource(`${hub.url}/api/v1/events?token=${token.ann}&client=${number}`);
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
