// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Live events of this hub in the browser's own EventSource. Text from outside only ever becomes textContent.

import { hasToken, keepToken, refusal, streamParameter } from "./access.js";
import { JobTable } from "./jobtable.js";
import { EventLog } from "./eventlog.js";
import { curlLines, sendTestWebhook } from "./testwebhook.js";

const JOB_EVENTS = ["queued", "processing", "progress", "log", "completed", "failed", "cancelled", "timed_out", "lost"];
const HUB_EVENTS = ["hub.hello", "hub.snapshot", "hub.gap", "hub.closing", "hub.refused", "hub.token_expiring"];

const RETRY_MS = 2000;

const element = (id) => document.getElementById(id);
const jobs = new JobTable(element("jobs"), element("job-count"), element("no-jobs"));
const log = new EventLog(element("log"), element("event-count"));

/** Names this page to the hub across its automatic reconnects, not across reloads. */
const instance = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("");

let source = null;
let closing = null; // The reason the hub gave for ending the stream.
let comesBack = true; // Unless the hub asked us to stay away.
let lastId = "";

function showState(state, text) {
  element("state").className = `pill ${state}`;
  element("state").textContent = text;
  element("connect").hidden = state !== "stopped";
  element("token-form").hidden = state !== "locked";
}

/** The data of an event; an empty object when it is none. */
function parse(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function handleHubEvent(event) {
  const data = parse(event.data);
  if (event.type === "hub.hello") {
    closing = null;
    showState("live", "Live");
  } else if (event.type === "hub.snapshot") {
    jobs.replace(data.jobs ?? []);
  } else if (event.type === "hub.closing") {
    closing = data.reason ?? "closed by the hub";
    comesBack = data.reconnect !== false;
  }
  showEvent(event, data);
}

function handleJobEvent(event) {
  const data = parse(event.data);
  // A log line is the job's output, not its state.
  jobs.apply(event.type === "log" ? { job_id: data.job_id, status: data.status } : data, event.lastEventId);
  showEvent(event, data);
}

function showEvent(event, data) {
  lastId = event.lastEventId;
  element("last-id").textContent = lastId || "none yet";
  log.add(event, data);
}

function handleError() {
  // A ticket is good for one use: where one is needed, we come back ourselves.
  if (source.readyState !== EventSource.CLOSED && hasToken()) {
    source.close();
  }
  if (source.readyState !== EventSource.CLOSED || (hasToken() && comesBack)) {
    showState("reconnecting", closing ? `Reconnecting (${closing})` : "Reconnecting");
  }
  if (source.readyState === EventSource.CLOSED) {
    handleClosed();
  }
}

/** The browser gave up: because a token is missing, because ours was used, or because the hub said so. */
async function handleClosed() {
  const why = await refusal().catch(() => null);
  if (why !== null) {
    showState("locked", `Not let in: ${why}`);
    element("token").focus();
  } else if (hasToken() && comesBack) {
    setTimeout(connect, RETRY_MS);
  } else {
    showState("stopped", closing ? `Stopped by the hub: ${closing}` : "Stopped by the hub");
  }
}

async function connect() {
  source?.close();
  comesBack = true;
  showState("connecting", "Connecting");
  const access = await streamParameter().catch(() => "");
  const cursor = hasToken() && lastId ? `&last_event_id=${encodeURIComponent(lastId)}` : "";
  source = new EventSource(`/api/v1/events?client=${instance}${access}${cursor}`);
  source.addEventListener("error", handleError);
  for (const name of HUB_EVENTS) {
    source.addEventListener(name, handleHubEvent);
  }
  for (const name of JOB_EVENTS) {
    source.addEventListener(name, handleJobEvent);
  }
}

async function handleSend(submitted) {
  submitted.preventDefault();
  const button = submitted.submitter;
  button.disabled = true;
  try {
    await sendTestWebhook(element("job-id").value, (text) => {
      element("sent").textContent = text;
    });
    proposeJobId();
  } catch (error) {
    element("sent").textContent = error.message;
  } finally {
    button.disabled = false;
  }
}

function proposeJobId() {
  element("job-id").value = `test-${Math.floor(Date.now() / 1000).toString(36)}`;
}

function handleToken(submitted) {
  submitted.preventDefault();
  keepToken(element("token").value.trim());
  element("token").value = "";
  connect();
}

element("connect").addEventListener("click", connect);
element("token-form").addEventListener("submit", handleToken);
element("send").addEventListener("submit", handleSend);
element("curl").textContent = curlLines(location.origin);
proposeJobId();
connect();
