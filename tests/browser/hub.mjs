// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setInterval } from "node:timers/promises";
import { promisify } from "node:util";

/** Flags of Chromium for a machine without network or graphics, as root. */
export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const PATIENCE_MS = 30_000;
const LOOK_MS = 20;

/** Waits until `condition` returns a true value, and returns that value. */
export async function until(condition, what) {
  const deadline = performance.now() + PATIENCE_MS;
  for await (const _ of setInterval(LOOK_MS)) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
    }
  }
}

/** A key pair whose public key is in `folder`. `helio token` makes its tokens. */
export class Issuer {
  folder = "";

  static async create() {
    const issuer = new Issuer();
    issuer.folder = await mkdtemp(join(tmpdir(), "heliograph-keys-"));
    await issuer.token("first", "read"); // makes the key
    return issuer;
  }

  async token(subject, scope) {
    const program = join(process.env.HELIOGRAPH_BIN ?? "", "helio");
    const { stdout } = await promisify(execFile)(program, ["token", "--dev", this.folder, "--sub", subject, "--scope", scope]);
    return stdout.trim();
  }

  async remove() {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** `heliographd` with a temporary folder. A restart keeps the folder and the port. */
export class Hub {
  #folder;
  #process = null;
  #log = "";
  #keys = 0;
  port = 0;

  /** Starts a hub with the configuration `toml` and with `files` (name to content) beside it. */
  static async start(toml = "", files = {}) {
    const hub = new Hub();
    hub.#folder = await mkdtemp(join(tmpdir(), "heliograph-browser-"));
    await Promise.all(Object.entries({ "hub.toml": toml, ...files }).map(([name, content]) =>
      writeFile(join(hub.#folder, name), content)));
    await hub.up();
    return hub;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it reports its address. */
  async up() {
    const program = join(process.env.HELIOGRAPH_BIN ?? "", "heliographd");
    const started = spawn(program, ["--listen", `127.0.0.1:${this.port}`, "--data", this.#folder,
      "--config", join(this.#folder, "hub.toml")], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { HELIOGRAPH_LIMITS_DRAIN_S: "1", ...process.env },
    });
    this.#process = started;
    this.#log = "";
    started.stderr.setEncoding("utf8").on("data", (text) => {
      this.#log += text;
    });
    const failure = once(started, "error").then(([error]) => Promise.reject(error));
    const listening = until(() => {
      if (started.exitCode !== null) {
        throw new Error(`heliographd ended with ${started.exitCode}:\n${this.#log}`);
      }
      return /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(this.#log);
    }, "heliographd to listen");
    const [, port] = await Promise.race([listening, failure]);
    failure.catch(() => {});
    this.port = Number(port);
  }

  /** Ends the process: in order with SIGTERM, abruptly with SIGKILL. */
  async down(signal = "SIGTERM") {
    const ended = once(this.#process, "exit");
    this.#process.kill(signal);
    await ended;
  }

  async remove() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      await this.down();
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  async post(path, body, headers = {}) {
    return fetch(this.url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Publishes an event and returns its id. Repeats the request while the hub is not available. */
  async publish(job, body) {
    this.#keys += 1;
    const key = `${job}-${this.#keys}`;
    const answer = await until(async () => {
      const got = await this.post(`/api/v1/jobs/${job}/events`, body, { "Idempotency-Key": key }).catch(() => null);
      return got?.status === 503 ? null : got;
    }, `the hub to take an event of ${job}`);
    if (answer.status !== 202) {
      throw new Error(`publishing: ${answer.status} ${await answer.text()}`);
    }
    return (await answer.json()).event_id;
  }
}
