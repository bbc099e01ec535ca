import type { Role, Visibility, WhoMayPost } from "../live/events.ts";
import type { ConversationEntry, User } from "../live/frames.ts";
import { newClientId } from "./client-id.ts";
import { get, patch, post, put, remove, type Answer } from "./http.ts";

/** A room as the directory lists it; `role` only where one is in it. */
export interface RoomJson extends ConversationEntry {
  readonly id: number;
  readonly members: number;
}

export interface RoomDraft {
  readonly name: string;
  readonly topic: string;
  readonly visibility: Visibility;
  readonly members: readonly number[];
}

/** What of a room can be changed. */
export interface RoomSettings {
  readonly name?: string;
  readonly topic?: string;
  readonly visibility?: Visibility;
  readonly who_may_post?: WhoMayPost;
}

export interface Member {
  readonly user: User;
  readonly role: Role;
}

/** A part of a list, and where the next one begins; null at its end. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export async function readRoom(id: number): Promise<RoomJson | null> {
  const answer = await get<RoomJson>(`/rooms/${id}`);
  return answer.ok ? answer.value : null;
}

/** Public rooms, and those that one is in. */
export async function findRooms(query: string, after: string | null): Promise<Answer<Part<RoomJson>>> {
  return partOf(await get<ListJson<"rooms", RoomJson>>(`/rooms?${queryOf(query, after)}`), "rooms", (room) => room);
}

/** @param client_id the same for the same attempt: then there is one room, however often it is sent */
export function createRoom(draft: RoomDraft, client_id: string): Promise<Answer<ConversationEntry>> {
  return post("/rooms", { ...draft, client_id });
}

export function joinRoom(id: number): Promise<Answer<unknown>> {
  return post(`/rooms/${id}/join`, withClientId({}));
}

/** @param successor who takes the room over, where nobody else owns it */
export function leaveRoom(id: number, successor: number | null): Promise<Answer<unknown>> {
  return post(`/rooms/${id}/leave`, withClientId(successor === null ? {} : { successor }));
}

export function changeRoom(id: number, settings: RoomSettings): Promise<Answer<unknown>> {
  return patch(`/rooms/${id}`, withClientId(settings));
}

export function archiveRoom(id: number): Promise<Answer<unknown>> {
  return post(`/rooms/${id}/archive`, withClientId({}));
}

/** @param name another one, where somebody has taken the old one; null to keep it */
export function unarchiveRoom(id: number, name: string | null): Promise<Answer<unknown>> {
  return post(`/rooms/${id}/unarchive`, withClientId(name === null ? {} : { name }));
}

export async function findMembers(id: number, query: string, after: string | null): Promise<Answer<Part<Member>>> {
  return partOf(await get<ListJson<"members", Member>>(`/rooms/${id}/members?${queryOf(query, after)}`), "members", (member) => member);
}

export function addMember(id: number, user: number): Promise<Answer<unknown>> {
  return put(`/rooms/${id}/members/${user}`, withClientId({}));
}

export function changeRole(id: number, user: number, role: Role): Promise<Answer<unknown>> {
  return patch(`/rooms/${id}/members/${user}`, withClientId({ role }));
}

export function removeMember(id: number, user: number): Promise<Answer<unknown>> {
  return remove(`/rooms/${id}/members/${user}?client_id=${newClientId()}`);
}

export function banMember(id: number, user: number): Promise<Answer<unknown>> {
  return put(`/rooms/${id}/bans/${user}`, withClientId({}));
}

export function liftBan(id: number, user: number): Promise<Answer<unknown>> {
  return remove(`/rooms/${id}/bans/${user}?client_id=${newClientId()}`);
}

export async function readBans(id: number, after: string | null): Promise<Answer<Part<User>>> {
  return partOf(await get<ListJson<"bans", { user: User }>>(`/rooms/${id}/bans?${queryOf("", after)}`), "bans", ({ user }) => user);
}

type ListJson<N extends string, T> = { readonly [name in N]: readonly T[] } & { readonly next_after: string | number | null };

function partOf<N extends string, T, U>(answer: Answer<ListJson<N, T>>, name: N, itemOf: (json: T) => U): Answer<Part<U>> {
  if (!answer.ok) {
    return answer;
  }
  const { next_after } = answer.value;
  return { ok: true, value: { items: answer.value[name].map(itemOf), next: next_after === null ? null : String(next_after) } };
}

function queryOf(query: string, after: string | null): URLSearchParams {
  return new URLSearchParams(after === null ? { query } : { query, after });
}

function withClientId<T extends object>(body: T): T & { client_id: string } {
  return { ...body, client_id: newClientId() };
}
