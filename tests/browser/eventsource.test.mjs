// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The npm package `eventsource` gets every event once and in order, also across restarts of the hub.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EventSource } from "eventsource";

import { Hub, until } from "./hub.mjs";

const EVENTS = ["queued", "processing", "progress", "log", "completed"];

/** Collects the ids of job events in the order of arrival. */
function collect(url) {
  const source = new EventSource(url);
  const collected = { source, ids: [], hellos: 0, gaps: 0 };
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => collected.ids.push(event.lastEventId));
  }
  source.addEventListener("hub.hello", () => {
    collected.hellos += 1;
  });
  source.addEventListener("hub.gap", () => {
    collected.gaps += 1;
  });
  return collected;
}

for (const signal of ["SIGTERM", "SIGKILL"]) {
  test(`every event once and in order through a restart by ${signal}`, async () => {
    const hub = await Hub.start();
    const collected = collect(`${hub.url}/api/v1/events`);
    try {
      await until(() => collected.hellos === 1, "the stream");
      const published = [await hub.publish("job-1", { type: "processing" })];
      for (let line = 0; line < 20; line += 1) {
        published.push(await hub.publish("job-1", { type: "log", message: `before ${line}` }));
      }
      await hub.down(signal);
      await hub.up();
      for (let line = 0; line < 20; line += 1) {
        published.push(await hub.publish("job-1", { type: "log", message: `after ${line}` }));
      }
      published.push(await hub.publish("job-1", { type: "completed" }));
      await until(() => collected.ids.includes(published.at(-1)), "the last event");
      // The first event creates the job, so a `queued` event may come before it.
      assert.deepEqual(collected.ids.slice(-published.length), published);
      assert.equal(new Set(collected.ids).size, collected.ids.length, "no id came twice");
      assert.equal(collected.hellos, 2, "it reconnected once");
      assert.equal(collected.gaps, 0);
    } finally {
      collected.source.close();
      await hub.remove();
    }
  });
}

test("a job's stream stops for good after its end", async () => {
  const hub = await Hub.start();
  const collected = collect(`${hub.url}/api/v1/events/job-1`);
  try {
    await until(() => collected.hellos === 1, "the stream");
    await hub.publish("job-1", { type: "completed" });
    await until(() => collected.source.readyState === EventSource.CLOSED, "the 204 that stops it");
    assert.equal(collected.hellos, 1);
  } finally {
    collected.source.close();
    await hub.remove();
  }
});
