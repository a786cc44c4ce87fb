// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the commands of README.md#try-it-by-hand exactly as they are printed there.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { Hub, until } from "./hub.mjs";

const run = promisify(execFile);
let hub;

before(async () => {
  hub = await Hub.start();
});
after(() => hub.remove());

/** The README's commands for this hub: the one that follows the stream, and those that send events. */
async function readmeLines() {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const block = /```\w*\n((?:(?!```)[^])*curl -N[^]*?)```/.exec(readme)?.[1];
  assert.ok(block, "the README has the lines");
  const lines = block.replaceAll("\\\n", " ").replaceAll("http://127.0.0.1:4354", hub.url).split("\n");
  const curl = lines.filter((line) => line.startsWith("curl"));
  return {
    follow: curl.find((line) => line.includes("curl -N")).replace(/&\s*$/, "").replace("curl -N", "exec curl -sSN"),
    act: curl.filter((line) => !line.includes("curl -N")),
  };
}

/** Starts a curl that follows a stream; `text` is the output so far. */
function follow(command) {
  const stream = { text: "", process: spawn("bash", ["-c", command], { stdio: ["ignore", "pipe", "inherit"] }) };
  stream.ended = once(stream.process, "exit");
  stream.process.stdout.setEncoding("utf8").on("data", (text) => {
    stream.text += text;
  });
  return stream;
}

const names = (text) => [...text.matchAll(/^event: ?(.*)$/gm)].map((match) => match[1]);

test("the README's lines show hello, snapshot, progress, completed and end, and the stream closes", async () => {
  const { follow: command, act } = await readmeLines();
  const stream = follow(command);
  await until(() => names(stream.text).includes("hub.snapshot"), "the snapshot");
  for (const line of act) {
    await run("bash", ["-c", line.replace("curl", "curl -sS --fail-with-body")]);
  }
  const [code] = await stream.ended;
  assert.equal(code, 0, "curl saw a clean end");
  const seen = names(stream.text).filter((name) => name !== "queued" && name !== "processing");
  assert.deepEqual(seen, ["hub.hello", "hub.snapshot", "progress", "completed", "hub.end"]);

  const last = [...stream.text.matchAll(/^id: ?(.*)$/gm)].at(-1)[1];
  const again = await fetch(`${hub.url}/api/v1/events/job-1`, { headers: { "Last-Event-ID": last } });
  assert.equal(again.status, 204, "an EventSource that comes back is told to stop");
});

test("a cursor continues after a restart of the hub, without hole or repeat", async () => {
  await hub.post("/api/v1/jobs", { job_id: "job-2", kind: "restore" });
  const published = [];
  for (let percent = 10; percent <= 50; percent += 10) {
    published.push(await hub.publish("job-2", { type: "progress", progress: percent }));
  }
  await hub.down("SIGKILL");
  await hub.up();
  published.push(await hub.publish("job-2", { type: "completed" }));
  const stream = follow(`exec curl -sSN -H 'Last-Event-ID: ${published[1]}' ${hub.url}/api/v1/events/job-2`);
  await stream.ended;
  const ids = [...stream.text.matchAll(/^id: ?(.*)\nevent: ?(?!hub\.)/gm)].map((match) => match[1]);
  assert.deepEqual(ids, published.slice(2));
  assert.match(stream.text, /"resumed":"replayed"/);
});
