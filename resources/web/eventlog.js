// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { clockText, timeOfId } from "./jobtable.js";

const MOST_ROWS = 500;
const MOST_TEXT = 400;

function span(className, text) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
}

/** The last events as they came, oldest on top; follows the end unless the reader has scrolled up. */
export class EventLog {
  #list;
  #count;
  #total = 0;
  #waiting = [];

  constructor(list, count) {
    this.#list = list;
    this.#count = count;
  }

  add(event, data) {
    this.#total += 1;
    this.#waiting.push({ name: event.type, id: event.lastEventId, text: event.data, job: data.job_id ?? "" });
    if (this.#waiting.length > MOST_ROWS) {
      this.#waiting.shift();
    }
    if (this.#waiting.length === 1) {
      requestAnimationFrame(() => this.#draw());
    }
  }

  #draw() {
    const list = this.#list;
    const following = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(...this.#waiting.map((entry) => this.#row(entry)));
    this.#waiting = [];
    while (list.childElementCount > MOST_ROWS) {
      list.firstElementChild.remove();
    }
    if (following) {
      list.scrollTop = list.scrollHeight;
    }
    this.#count.textContent = `${this.#total} received, the last ${list.childElementCount} shown`;
  }

  #row(entry) {
    const row = document.createElement("li");
    const ofHub = entry.name.startsWith("hub.");
    const time = document.createElement("time");
    time.textContent = clockText(ofHub ? new Date() : timeOfId(entry.id));
    row.dataset.event = entry.name;
    row.dataset.job = entry.job;
    if (!ofHub) {
      row.dataset.id = entry.id;
    }
    row.title = entry.id;
    row.append(
      time,
      span(`name ${ofHub ? "hub" : entry.name}`, entry.name),
      span("id", entry.job),
      span("data", entry.text.slice(0, MOST_TEXT)),
    );
    return row;
  }
}
