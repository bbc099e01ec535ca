import type { Cancel, Clock } from "./clock.ts";
import type { ErrorFrame } from "./frames.ts";
import type { Outbox, Outgoing, OutgoingState } from "./outbox.ts";
import type { Refusal } from "./refusal.ts";
import type { Socket } from "./socket.ts";

/** Unanswered for so long, a message is sent again; its `client_id` makes that harmless. */
const ANSWER_WITHIN_MS = 15_000;
const RETRY_AFTER_MS = 2_000;
/** What another window has not sent by then is sent by this one: that one may be gone. */
const TAKE_OVER_AFTER_MS = 30_000;
const AUTOMATIC_ATTEMPTS = 5;
const RETRYABLE_CODES: ReadonlySet<string> = new Set(["save_failed", "unavailable", "too_many_requests"]);

/** Sends what is in the outbox, in order, until each message is stored or refused. */
export class Delivery {
  readonly #outbox: Outbox;
  readonly #socket: Pick<Socket, "send">;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #attempts = new Map<string, number>();
  #pausedUntil = -Infinity;
  #cancel: Cancel = () => {};

  constructor(outbox: Outbox, socket: Pick<Socket, "send">, clock: Clock, changed: () => void) {
    this.#outbox = outbox;
    this.#socket = socket;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** After a welcome: what was sent on the connection before may have got lost with it. */
  sendAll(): void {
    this.#pausedUntil = -Infinity;
    for (const { clientId, state } of this.#outbox.messages) {
      if (state.kind === "sent") {
        this.#outbox.mark(clientId, { kind: "waiting" });
      }
    }
    this.sendWaiting();
  }

  sendWaiting(): void {
    this.#outbox.refresh(this.#clock.elapsed());
    const pause = this.#pausedUntil - this.#clock.elapsed();
    if (pause <= 0) {
      this.#sendInOrder();
    }
    this.#lookAgainIn(pause > 0 ? pause : ANSWER_WITHIN_MS);
    this.#changed();
  }

  /** A person asks for it. */
  retry(clientId: string): void {
    this.#attempts.delete(clientId);
    this.#pausedUntil = -Infinity;
    this.#outbox.mark(clientId, { kind: "waiting" });
    this.sendWaiting();
  }

  refused(error: ErrorFrame & { client_id: string }): void {
    const attempts = (this.#attempts.get(error.client_id) ?? 0) + 1;
    this.#attempts.set(error.client_id, attempts);
    if (RETRYABLE_CODES.has(error.code ?? "") && attempts < AUTOMATIC_ATTEMPTS) {
      this.#outbox.mark(error.client_id, { kind: "waiting" });
      const pause = error.retry_after_ms ?? RETRY_AFTER_MS;
      this.#pausedUntil = this.#clock.elapsed() + pause;
      this.#lookAgainIn(pause);
    } else {
      this.#outbox.mark(error.client_id, { kind: "failed", refusal: refusalIn(error) });
    }
    this.#changed();
  }

  stop(): void {
    this.#cancel();
  }

  #sendInOrder(): void {
    for (const message of this.#outbox.messages) {
      if (message.state.kind === "waiting" && !this.#send(message)) {
        return;
      }
    }
  }

  #send({ clientId, conversation, content }: Outgoing): boolean {
    const isSent = this.#socket.send({ type: "post", conversation, client_id: clientId, content });
    if (isSent) {
      this.#outbox.mark(clientId, { kind: "sent", at: this.#clock.elapsed() });
    }
    return isSent;
  }

  #lookAgainIn(milliseconds: number): void {
    this.#cancel();
    if (this.#outbox.messages.some(({ state }) => state.kind !== "failed")) {
      this.#cancel = this.#clock.after(milliseconds, () => this.#lookAgain());
    }
  }

  #lookAgain(): void {
    const now = this.#clock.elapsed();
    this.#outbox.messages
      .filter(({ state }) => isOverdue(state, now))
      .forEach(({ clientId }) => this.#outbox.mark(clientId, { kind: "waiting" }));
    this.sendWaiting();
  }
}

function isOverdue(state: OutgoingState, now: number): boolean {
  switch (state.kind) {
    case "sent":
      return state.at <= now - ANSWER_WITHIN_MS;
    case "elsewhere":
      return state.since <= now - TAKE_OVER_AFTER_MS;
    case "waiting":
    case "failed":
      return false;
  }
}

function refusalIn({ code, detail, message }: ErrorFrame): Refusal {
  return { code: code ?? null, sentence: detail ?? message };
}
