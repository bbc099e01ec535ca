import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browserClock } from "../../browser/clock.ts";
import { newClientId } from "../../browser/client-id.ts";
import { findUsers, readOverview, readPage, readSomeUsers, readUser } from "../../browser/reading.ts";
import { readRoom } from "../../browser/rooms.ts";
import { store } from "../../browser/store.ts";
import { openWebSocket } from "../../browser/wire.ts";
import { Alerts, type Attention } from "../../live/alerts.ts";
import { Chat } from "../../live/chat.ts";
import type { User } from "../../live/frames.ts";
import type { Message } from "../../live/message.ts";

/** Runs a chat while its host is on the page, and has it shown anew after each change. */
export class ChatController implements ReactiveController {
  readonly chat: Chat;
  readonly #host: ReactiveControllerHost;
  #isFrameAwaited = false;
  readonly #online = () => this.chat.reconnectNow();
  readonly #leaving = () => this.chat.leaving();
  readonly #offline = () => this.chat.networkLost();
  readonly #shown = () => document.visibilityState === "visible" && this.chat.wakeUp();
  readonly #stored = ({ key }: StorageEvent) => this.chat.storeChanged(key);

  constructor(host: ReactiveControllerHost, me: User, attention: Attention) {
    this.#host = host;
    const surroundings = {
      openWire: openWebSocket,
      readPage,
      readSomeUsers,
      readUser,
      findUsers,
      readOverview,
      readRoom,
      store,
      clock: browserClock,
      random: Math.random,
      newClientId,
      arrived: (message: Message) => alerts.arrived(message),
      wasRead: () => attention.wasRead((conversation) => this.chat.positions.unread(conversation) === 0),
    };
    const alerts = new Alerts(attention, browserClock);
    this.chat = new Chat(me, surroundings, () => this.#changed());
    host.addController(this);
  }

  /** Many messages may come within one frame; a page that nobody sees has no frames. */
  #changed(): void {
    if (document.visibilityState === "hidden") {
      this.#host.requestUpdate();
    } else if (!this.#isFrameAwaited) {
      this.#isFrameAwaited = true;
      requestAnimationFrame(() => {
        this.#isFrameAwaited = false;
        this.#host.requestUpdate();
      });
    }
  }

  hostConnected(): void {
    addEventListener("online", this.#online);
    addEventListener("offline", this.#offline);
    addEventListener("pagehide", this.#leaving);
    addEventListener("pageshow", this.#shown);
    addEventListener("storage", this.#stored);
    document.addEventListener("visibilitychange", this.#shown);
    document.addEventListener("resume", this.#shown);
    this.chat.start();
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#online);
    removeEventListener("offline", this.#offline);
    removeEventListener("pagehide", this.#leaving);
    removeEventListener("pageshow", this.#shown);
    removeEventListener("storage", this.#stored);
    document.removeEventListener("visibilitychange", this.#shown);
    document.removeEventListener("resume", this.#shown);
    this.chat.stop();
    this.#host.removeController(this);
  }
}
