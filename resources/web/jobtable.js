// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

const MOST_ROWS = 200;
const MOST_PICTURES = 3;
const PICTURE_ORIGINS = new Set([
  location.origin,
  ...document.querySelector("meta[name=picture-origins]").content.split(" ").filter(Boolean).map((text) => new URL(text).origin),
]);
const SIGNS = { queued: "○", processing: "◔", completed: "✔", failed: "✖", cancelled: "⊘", timed_out: "⧖", lost: "?" };
const TERMINAL = new Set(["completed", "failed", "cancelled", "timed_out", "lost"]);

function node(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** When the hub accepted an event, from its id `<epoch>.<ms>-<n>`. */
export function timeOfId(id) {
  const match = /\.(\d+)-\d+$/.exec(id ?? "");
  return match ? new Date(Number(match[1])) : new Date();
}

/** A time of day, the same width for each. */
export function clockText(date) {
  return date.toLocaleTimeString([], { hour12: false });
}

function resultText(job) {
  if (job.error) {
    return job.error.message ?? job.error.code ?? "failed";
  }
  const files = job.result?.images?.length ?? job.result?.files?.length ?? 0;
  return files > 0 ? `${files} ${files === 1 ? "file" : "files"}` : (job.message ?? "");
}

/** Whether the hub's content security policy lets this page load the picture. */
function mayLoad(url) {
  if (/^data:/i.test(url)) {
    return true;
  }
  try {
    return PICTURE_ORIGINS.has(new URL(url).origin);
  } catch {
    return false;
  }
}

/**
 * Small pictures of a result, each a link to the whole one. A picture from an origin that the hub does not allow is a
 * link with a word: loading it would tell its host who looks at the job.
 */
function pictures(job) {
  const urls = (Array.isArray(job.result?.images) ? job.result.images : [])
    .map((image) => String(image?.url ?? ""))
    .filter((url) => /^(https?:|data:image\/)/i.test(url));
  return urls.slice(0, MOST_PICTURES).map((url, index) => {
    const link = node("a", "picture");
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    if (!mayLoad(url)) {
      link.textContent = `picture ${index + 1}`;
      return link;
    }
    const picture = document.createElement("img");
    picture.alt = `Result ${index + 1} of ${job.job_id}`;
    picture.addEventListener("error", () => {
      link.textContent = `picture ${index + 1}`;
      link.title = "This picture could not be loaded";
    });
    picture.loading = "lazy";
    picture.src = url;
    link.append(picture);
    return link;
  });
}

/** The newest jobs, one row each; takes any number of changes and draws once a frame. */
export class JobTable {
  #body;
  #count;
  #empty;
  #jobs = new Map(); // id → job, oldest change first
  #rows = new Map(); // id → row on the page
  #scheduled = false;

  constructor(body, count, empty) {
    this.#body = body;
    this.#count = count;
    this.#empty = empty;
  }

  /** A snapshot: these jobs and no others. */
  replace(jobs) {
    this.#jobs.clear();
    const sorted = jobs.toSorted((a, b) => String(a.updated_at).localeCompare(String(b.updated_at)));
    for (const job of sorted) {
      this.#jobs.set(job.job_id, job);
    }
    this.#schedule();
  }

  /** The fields that an event brought. */
  apply(change, eventId) {
    const id = change.job_id;
    if (typeof id !== "string") {
      return;
    }
    const job = { ...this.#jobs.get(id), ...change, updated_at: timeOfId(eventId).toISOString() };
    if (job.status === "completed") {
      job.progress = 100;
    }
    this.#jobs.delete(id);
    this.#jobs.set(id, job);
    this.#schedule();
  }

  #schedule() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      requestAnimationFrame(() => this.#draw());
    }
  }

  #draw() {
    this.#scheduled = false;
    for (const id of [...this.#jobs.keys()].slice(0, Math.max(0, this.#jobs.size - MOST_ROWS))) {
      this.#jobs.delete(id);
    }
    for (const [id, row] of this.#rows) {
      if (!this.#jobs.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    for (const job of this.#jobs.values()) {
      this.#drawRow(job);
    }
    const running = [...this.#jobs.values()].filter((job) => !TERMINAL.has(job.status)).length;
    this.#count.textContent = `${running} running, ${this.#jobs.size} shown`;
    this.#empty.hidden = this.#jobs.size > 0;
  }

  /** New jobs go on top; a row keeps its place afterwards, so that nothing moves under the reader. */
  #drawRow(job) {
    let row = this.#rows.get(job.job_id);
    if (!row) {
      row = node("tr", "");
      row.dataset.job = job.job_id;
      this.#rows.set(job.job_id, row);
      this.#body.prepend(row);
    }
    const drawn = JSON.stringify([job.status, job.progress, job.updated_at, resultText(job), job.result]);
    if (row.dataset.drawn === drawn) {
      return;
    }
    row.dataset.drawn = drawn;
    row.dataset.status = job.status ?? "";
    row.replaceChildren(...this.#cells(job));
  }

  #cells(job) {
    const percent = Math.round(job.progress ?? 0);
    const bar = node("progress", "");
    bar.max = 100;
    bar.value = percent;
    bar.setAttribute("aria-label", `Progress of ${job.job_id}`);
    const progress = node("td", "");
    progress.append(bar, node("span", "percent", `${percent} %`));
    const updated = new Date(job.updated_at ?? Date.now());
    const id = node("td", "id", job.job_id);
    id.title = job.job_id;
    const result = node("td", "result", resultText(job));
    result.title = result.textContent;
    result.prepend(...pictures(job));
    return [
      node("td", job.status ?? "", `${SIGNS[job.status] ?? ""} ${job.status ?? "unknown"}`),
      id,
      progress,
      node("td", "", clockText(updated)),
      result,
    ];
  }
}
