import type { Clock } from "./clock.ts";
import type { ConversationEntry, User } from "./frames.ts";
import type { ReadPage } from "./history.ts";
import type { Message } from "./message.ts";
import type { KeyValueStore } from "./key-value-store.ts";
import type { Overview } from "./overview.ts";
import type { OpenWire } from "./socket.ts";

/** What the chat needs from its surroundings. */
export interface Surroundings {
  readonly openWire: OpenWire;
  readonly readPage: ReadPage;
  /** So many as to have somebody to begin with, null where they could not be read. */
  readonly readSomeUsers: () => Promise<readonly User[] | null>;
  /** Undefined where nobody has this id, null where that could not be read. */
  readonly readUser: (id: number) => Promise<User | undefined | null>;
  readonly findUsers: (name: string) => Promise<readonly User[] | null>;
  readonly readOverview: () => Promise<Overview | null>;
  /** With its topic, which `welcome` leaves out; null where it could not be read. */
  readonly readRoom: (id: number) => Promise<ConversationEntry | null>;
  readonly store: KeyValueStore;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Unique for ever, at most 64 characters. */
  readonly newClientId: () => string;
  /** A message of somebody else that is new, never one of the history. */
  readonly arrived: (message: Message) => void;
  /** Something was read, here or on another device. */
  readonly wasRead: () => void;
}
