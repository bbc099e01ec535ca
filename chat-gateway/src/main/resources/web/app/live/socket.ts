import { retryDelay } from "./backoff.ts";
import type { Cancel, Clock } from "./clock.ts";
import { endingOf, type Connection, type Ending } from "./connection.ts";
import { parseFrame, type ClientFrame, type ServerFrame } from "./frames.ts";
import { Heartbeat } from "./heartbeat.ts";

/** One WebSocket, or what stands in for it in tests. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

export interface WireListener {
  received(text: string): void;
  closed(code: number): void;
}

export type OpenWire = (listener: WireListener) => Wire;

export interface SocketListener {
  frame(frame: ServerFrame): void;
  connection(connection: Connection): void;
}

/**
 * A connection that comes back by itself, until its session ends or {@link stop} is called. It is
 * open from the server's `welcome` on.
 */
export class Socket {
  readonly #openWire: OpenWire;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #listener: SocketListener;
  readonly #heartbeat: Heartbeat;
  #connection: Connection = { kind: "connecting" };
  #wire: Wire | null = null;
  #failures = 0;
  #cancelRetry: Cancel = () => {};

  constructor(openWire: OpenWire, clock: Clock, random: () => number, listener: SocketListener) {
    this.#openWire = openWire;
    this.#clock = clock;
    this.#random = random;
    this.#listener = listener;
    this.#heartbeat = new Heartbeat(clock, () => this.send({ type: "ping" }), () => this.drop());
  }

  get connection(): Connection {
    return this.#connection;
  }

  start(): void {
    this.#cancelRetry();
    this.#become({ kind: "connecting" });
    const wire: Wire = this.#openWire({
      received: (text) => this.#isCurrent(wire) && this.#received(text),
      closed: (code) => this.#isCurrent(wire) && this.#closed(code),
    });
    this.#wire = wire;
  }

  /** False where it could not be sent; then it is for the caller to send it after the next welcome. */
  send(frame: ClientFrame): boolean {
    if (this.#wire === null || this.#connection.kind !== "open") {
      return false;
    }
    this.#wire.send(JSON.stringify(frame));
    return true;
  }

  /** Now instead of at the next attempt: the network is back, or a person asks. */
  retryNow(): void {
    if (this.#connection.kind === "waiting" || this.#connection.kind === "ended") {
      this.start();
    }
  }

  /** Gives this connection up without waiting for the other side, and comes back later. */
  drop(): void {
    const wire = this.#wire;
    if (wire !== null) {
      this.#closed(1006);
      wire.close();
    }
  }

  stop(): void {
    this.end("stopped");
  }

  /** For good, unless {@link retryNow} is called. */
  end(because: Ending): void {
    const wire = this.#wire;
    this.#end(because);
    wire?.close();
  }

  #isCurrent(wire: Wire): boolean {
    return this.#wire === wire;
  }

  #received(text: string): void {
    this.#heartbeat.heard();
    const frame = parseFrame(text);
    if (frame === null) {
      return;
    }
    if (frame.type === "welcome") {
      this.#failures = 0;
      this.#heartbeat.start(frame.heartbeat_ms);
      this.#become({ kind: "open" });
    }
    this.#listener.frame(frame);
  }

  #closed(code: number): void {
    const ending = endingOf(code);
    if (ending !== null) {
      this.#end(ending);
      return;
    }
    this.#wire = null;
    this.#heartbeat.stop();
    const delay = retryDelay(++this.#failures, this.#random);
    this.#cancelRetry = this.#clock.after(delay, () => this.start());
    this.#become({ kind: "waiting", retryAt: this.#clock.now() + delay });
  }

  #end(because: Ending): void {
    this.#wire = null;
    this.#heartbeat.stop();
    this.#cancelRetry();
    this.#become({ kind: "ended", because });
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#listener.connection(connection);
  }
}
