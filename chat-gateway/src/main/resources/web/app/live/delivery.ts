import type { Cancel, Clock } from "./clock.ts";
import type { ErrorFrame } from "./frames.ts";
import type { Outbox, Outgoing } from "./outbox.ts";
import type { Refusal } from "./refusal.ts";
import type { Socket } from "./socket.ts";

/** Unanswered for so long, a message is sent again; its `client_id` makes that harmless. */
const ANSWER_WITHIN_MS = 15_000;
const RETRY_AFTER_MS = 2_000;
const AUTOMATIC_ATTEMPTS = 5;
const RETRYABLE_CODES: ReadonlySet<string> = new Set(["save_failed", "unavailable", "too_many_requests"]);

/** Sends what is in the outbox, in order, until each message is stored or refused. */
export class Delivery {
  readonly #outbox: Outbox;
  readonly #socket: Pick<Socket, "send">;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #attempts = new Map<string, number>();
  #pausedUntil = 0;
  #cancel: Cancel = () => {};

  constructor(outbox: Outbox, socket: Pick<Socket, "send">, clock: Clock, changed: () => void) {
    this.#outbox = outbox;
    this.#socket = socket;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** After a welcome: what was sent on the connection before may have got lost with it. */
  sendAll(): void {
    this.#pausedUntil = 0;
    for (const { clientId, state } of this.#outbox.messages) {
      if (state.kind === "sent") {
        this.#outbox.mark(clientId, { kind: "waiting" });
      }
    }
    this.sendWaiting();
  }

  sendWaiting(): void {
    const pause = this.#pausedUntil - this.#clock.now();
    if (pause <= 0) {
      this.#sendInOrder();
    }
    this.#lookAgainIn(pause > 0 ? pause : ANSWER_WITHIN_MS);
    this.#changed();
  }

  /** A person asks for it. */
  retry(clientId: string): void {
    this.#attempts.delete(clientId);
    this.#pausedUntil = 0;
    this.#outbox.mark(clientId, { kind: "waiting" });
    this.sendWaiting();
  }

  refused(error: ErrorFrame & { client_id: string }): void {
    const attempts = (this.#attempts.get(error.client_id) ?? 0) + 1;
    this.#attempts.set(error.client_id, attempts);
    if (RETRYABLE_CODES.has(error.code ?? "") && attempts < AUTOMATIC_ATTEMPTS) {
      this.#outbox.mark(error.client_id, { kind: "waiting" });
      this.#pausedUntil = this.#clock.now() + (error.retry_after_ms ?? RETRY_AFTER_MS);
      this.#lookAgainIn(this.#pausedUntil - this.#clock.now());
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

  #send({ clientId, content, recipient }: Outgoing): boolean {
    const isSent = this.#socket.send({ type: "chat", client_id: clientId, content, recipient });
    if (isSent) {
      this.#outbox.mark(clientId, { kind: "sent", at: this.#clock.now() });
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
    const overdue = this.#clock.now() - ANSWER_WITHIN_MS;
    for (const { clientId, state } of this.#outbox.messages) {
      if (state.kind === "sent" && state.at <= overdue) {
        this.#outbox.mark(clientId, { kind: "waiting" });
      }
    }
    this.sendWaiting();
  }
}

function refusalIn({ code, detail, message }: ErrorFrame): Refusal {
  return { code: code ?? null, sentence: detail ?? message };
}
