// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Usage: server.mjs PORT. better-sse on Node's own HTTP server, with the load generator's dialect
// `plain`.

import { createServer } from "node:http";
import { createChannel, createSession } from "better-sse";

const channels = new Map();

function channelOf(topic) {
    let channel = channels.get(topic);
    if (!channel) {
        channel = createChannel();
        channels.set(topic, channel);
    }
    return channel;
}

function answer(response, status, text) {
    response.writeHead(status, { "Content-Type": "application/json", "Content-Length": text.length });
    response.end(text);
}

async function stream(request, response, topics) {
    const session = await createSession(request, response);
    for (const topic of topics.split(",")) channelOf(topic).register(session);
}

function publish(request, response, topic) {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
        const body = parts.length === 1 ? parts[0] : Buffer.concat(parts);
        channelOf(topic).broadcast(JSON.parse(body.toString()), "log");
        answer(response, 202, '{"status":"accepted"}');
    });
}

const server = createServer((request, response) => {
    const [path, query = ""] = request.url.split("?");
    const topic = query.replace("topic=", "");
    if (path === "/publish") publish(request, response, topic);
    else if (path === "/stream") stream(request, response, topic);
    else answer(response, 200, '{"status":"ok"}');
});
server.keepAliveTimeout = 300_000;
server.requestTimeout = 0;
server.listen(Number(process.argv[2]), "127.0.0.1", 1024);
