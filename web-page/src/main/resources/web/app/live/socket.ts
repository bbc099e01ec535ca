import { retryDelay } from "./backoff.ts";
import type { Cancel, Clock } from "./clock.ts";
import { endingOf, type Connection, type Ending } from "./connection.ts";
import { parseFrame, type ClientFrame, type ServerFrame } from "./frames.ts";
import { Heartbeat } from "./heartbeat.ts";

/** A server that has not said `welcome` by then is given up: some paths never answer a handshake. */
const WELCOME_WITHIN_MS = 20_000;

/** A window too many may have been closed. */
const MAY_PASS: ReadonlySet<Ending> = new Set(["too_many_sockets", "origin_not_allowed"]);

/** One WebSocket, or what stands in for it in tests. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

export interface WireListener {
  /** The handshake is done. */
  opened(): void;
  received(text: string): void;
  closed(code: number): void;
}

export type OpenWire = (listener: WireListener) => Wire;

export interface SocketListener {
  /** What each connection begins with, sent before the server has said anything. */
  firstFrame(): ClientFrame;
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
  /** Of the next attempt, or of the limit to this one. */
  #cancelTimer: Cancel = () => {};

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
    this.#cancelTimer();
    this.#become({ kind: "connecting" });
    const wire: Wire = this.#openWire({
      opened: () => this.#isCurrent(wire) && wire.send(JSON.stringify(this.#listener.firstFrame())),
      received: (text) => this.#isCurrent(wire) && this.#received(text),
      closed: (code) => this.#isCurrent(wire) && this.#closed(code),
    });
    this.#wire = wire;
    this.#cancelTimer = this.#clock.after(WELCOME_WITHIN_MS, () => this.drop());
  }

  /** False where it could not be sent; then it is for the caller to send it after the next welcome. */
  send(frame: ClientFrame): boolean {
    if (this.#wire === null || this.#connection.kind !== "open") {
      return false;
    }
    this.#wire.send(JSON.stringify(frame));
    return true;
  }

  /** Now: a person asks, or the browser says that the network is back. */
  retryNow(): void {
    switch (this.#connection.kind) {
      case "connecting":
        this.#forgetWire();
        return this.start();
      case "open":
        return this.#heartbeat.askNow();
      case "waiting":
      case "ended":
        return this.start();
    }
  }

  /** Somebody looks at the page again: is an open connection alive, and may a lost one be there by now? */
  wakeUp(): void {
    const { kind } = this.#connection;
    if (kind === "open" || kind === "waiting" || (kind === "ended" && MAY_PASS.has(this.#connection.because))) {
      this.retryNow();
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

  #forgetWire(): void {
    const wire = this.#wire;
    this.#wire = null;
    wire?.close();
  }

  #received(text: string): void {
    this.#heartbeat.heard();
    const frame = parseFrame(text);
    if (frame === null) {
      return;
    }
    if (frame.type === "welcome") {
      this.#cancelTimer();
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
    this.#cancelTimer();
    const delay = retryDelay(++this.#failures, this.#random);
    this.#cancelTimer = this.#clock.after(delay, () => this.start());
    this.#become({ kind: "waiting", retryAt: this.#clock.elapsed() + delay });
  }

  #end(because: Ending): void {
    this.#wire = null;
    this.#heartbeat.stop();
    this.#cancelTimer();
    this.#become({ kind: "ended", because });
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#listener.connection(connection);
  }
}
