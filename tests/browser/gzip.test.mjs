// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compressed streams in curl, Node.js and Chromium. Each event arrives before the next one is published, for clients
// that follow from the start and for clients that join later.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { EventSource } from "eventsource";
import { chromium } from "playwright-core";

import { FLAGS, Hub, until } from "./hub.mjs";

const EVENTS = 40;
const JOINS_AT = 5;
let browser;
let hub;

before(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});
after(() => browser?.close());
beforeEach(async () => {
  hub = await Hub.start();
});
afterEach(() => hub.remove());

/** A running `curl --compressed`; `text` is its output so far, which starts with the response head. */
function curl(url) {
  const child = spawn("curl", ["-sSNi", "--compressed", url], { stdio: ["ignore", "pipe", "inherit"] });
  const client = { text: "", ended: once(child, "exit") };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    client.text += text;
  });
  client.ids = async () => [...client.text.matchAll(/^id: ?(.*)\nevent: ?log\ndata: .*\n\n/gm)].map((match) => match[1]);
  client.encoding = async () => /^content-encoding: (.*)\r$/im.exec(client.text)?.[1];
  client.greeted = async () => client.text.includes("hub.snapshot");
  client.close = () => child.kill();
  return client;
}

/** The npm package `eventsource` on fetch(), which requests gzip by itself. */
function node(url) {
  const client = { got: [], hello: false, coding: null };
  const counted = async (input, init) => {
    const answer = await fetch(input, init);
    client.coding = answer.headers.get("content-encoding");
    return answer;
  };
  const source = new EventSource(url, { fetch: counted });
  source.addEventListener("log", (event) => client.got.push(event.lastEventId));
  source.addEventListener("hub.snapshot", () => {
    client.hello = true;
  });
  client.ids = async () => client.got;
  client.encoding = async () => client.coding;
  client.greeted = async () => client.hello;
  client.close = () => source.close();
  return client;
}

/** Chromium's EventSource, on a page of the hub's origin. */
async function page(url) {
  const tab = await browser.newPage();
  const client = { coding: null };
  tab.on("response", (answer) => {
    if (answer.url() === url) {
      client.coding = answer.headers()["content-encoding"];
    }
  });
  await tab.goto(`${hub.url}/healthz`);
  await tab.evaluate((address) => {
    window.got = [];
    window.source = new EventSource(address);
    window.source.addEventListener("log", (event) => window.got.push(event.lastEventId));
    window.source.addEventListener("hub.snapshot", () => {
      window.hello = true;
    });
  }, url);
  client.ids = () => tab.evaluate(() => window.got);
  client.encoding = async () => client.coding;
  client.greeted = () => tab.evaluate(() => window.hello === true);
  client.close = () => tab.close();
  return client;
}

for (const [name, open] of Object.entries({ curl, node, chromium: page })) {
  test(`${name} sees each compressed event at once, early or late`, async () => {
    const url = `${hub.url}/api/v1/events/job-1`;
    const clients = [await open(url)];
    try {
      await until(() => clients[0].greeted(), "the first stream");
      const published = [];
      for (let i = 0; i < EVENTS; i += 1) {
        if (i === JOINS_AT) {
          clients.push(await open(url));
          await until(() => clients[1].greeted(), "the late stream");
        }
        published.push(await hub.publish("job-1", { type: "log", message: `line ${i} of a talkative program` }));
        for (const [late, client] of clients.entries()) {
          const expected = late ? published.slice(JOINS_AT) : published;
          await until(async () => (await client.ids()).length === expected.length, `event ${i}`);
          assert.deepEqual(await client.ids(), expected);
        }
      }
      for (const client of clients) {
        assert.equal(await client.encoding(), "gzip");
      }
      if (name === "curl") {
        await hub.publish("job-1", { type: "completed" });
        for (const client of clients) {
          assert.equal((await client.ended)[0], 0, "curl found the checksum right");
        }
      }
    } finally {
      for (const client of clients) {
        await client.close();
      }
    }
  });
}
