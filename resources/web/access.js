// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The token of a hub that asks for one. It stays in this tab and goes out as a header only; an EventSource, which can
// send none, gets a ticket that is good for one use.

const KEY = "heliograph-token";

export function hasToken() {
  return sessionStorage.getItem(KEY) !== null;
}

export function keepToken(token) {
  sessionStorage.setItem(KEY, token);
}

/** What a request brings along. */
export function accessHeaders() {
  return hasToken() ? { Authorization: `Bearer ${sessionStorage.getItem(KEY)}` } : {};
}

/** Why the hub lets nobody in as we come, or null when it does. Fails when the hub cannot be reached. */
export async function refusal() {
  const answer = await fetch("/api/v1/jobs?limit=1", { headers: accessHeaders() });
  if (answer.status !== 401 && answer.status !== 403) {
    return null;
  }
  const problem = await answer.json().catch(() => ({}));
  return problem.detail ?? "a token is required";
}

/** The parameter that lets one stream in; empty where no token is needed. */
export async function streamParameter() {
  if (!hasToken()) {
    return "";
  }
  const answer = await fetch("/api/v1/tickets", { method: "POST", headers: accessHeaders() });
  return answer.ok ? `&ticket=${encodeURIComponent((await answer.json()).ticket)}` : "";
}
