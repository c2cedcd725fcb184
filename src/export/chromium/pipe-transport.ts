import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/**
 * Carries the browser's protocol over two pipes: JSON texts, each ended by a NUL byte.
 *
 * Unlike a WebSocket it leaves no port open, and the browser ends itself when our end closes.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.end(),
  };
  let parts: string[] = [];
  fromBrowser.setEncoding("utf8");
  fromBrowser.on("data", (chunk: string) => {
    const [head = "", ...rest] = chunk.split("\0");
    parts.push(head);
    for (const next of rest) {
      const message = parts.join("");
      // One message per turn, so that promises settle in between as they would with a socket.
      setImmediate(() => transport.onmessage?.(message));
      parts = [next];
    }
  });
  fromBrowser.on("close", () => setImmediate(() => transport.onclose?.()));
  // A broken pipe means that the browser is gone; the end of its process tells that already.
  toBrowser.on("error", () => undefined);
  fromBrowser.on("error", () => undefined);
  return transport;
}
