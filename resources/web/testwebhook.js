// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { accessHeaders } from "./access.js";

const STEPS = 5;
const STEP_MS = 250;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...accessHeaders() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(`${answer.status} ${problem.detail ?? problem.title ?? answer.statusText}`);
  }
}

/** Plays a producer: a restore job, its progress, and the completion as RunPod posts it. */
export async function sendTestWebhook(jobId, say) {
  const externalId = `rp-${jobId}`;
  say("Creating the job");
  await post("/api/v1/jobs", { job_id: jobId, kind: "restore", external_id: externalId });
  const events = `/api/v1/jobs/${encodeURIComponent(jobId)}/events`;
  await post(events, { type: "processing", message: "restoring" });
  for (let step = 1; step < STEPS; step += 1) {
    await pause(STEP_MS);
    say(`Step ${step} of ${STEPS}`);
    await post(events, { type: "progress", progress: (100 * step) / STEPS, step: { current: step, total: STEPS } });
  }
  await pause(STEP_MS);
  await post("/api/v1/webhooks/runpod-completion", {
    id: externalId,
    status: "COMPLETED",
    delayTime: 4736,
    executionTime: STEPS * STEP_MS,
    input: { job_id: jobId },
    output: { files: ["/workspace/outputs/restored.jpg"] },
  });
  say(`${jobId}: webhook accepted`);
}

/** The same by hand, against this hub. */
export function curlLines(origin) {
  return [
    `curl -N ${origin}/api/v1/events/job-1 &`,
    `curl -d '{"job_id":"job-1","kind":"restore","external_id":"rp-1"}' ${origin}/api/v1/jobs`,
    `curl -d '{"type":"progress","progress":50}' ${origin}/api/v1/jobs/job-1/events`,
    `curl -d '{"id":"rp-1","status":"COMPLETED","output":{"files":["/workspace/outputs/restored.jpg"]}}' \\`,
    `     ${origin}/api/v1/webhooks/runpod-completion`,
  ].join("\n");
}
