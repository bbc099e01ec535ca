import { html, nothing, type TemplateResult } from "lit";
import type { Place } from "../../live/places.ts";
import { titleOf } from "../../texts/place-texts.ts";
import { t } from "../../texts/texts.ts";
import "../avatar/user-avatar.ts";
import { globeIcon, roomIcon } from "../icons.ts";

export interface Row {
  readonly place: Place;
  readonly unread: number;
  /** Messages of this user there that could not be sent. */
  readonly failed: number;
  readonly isCurrent: boolean;
  /** Without a connection nobody knows who is online. */
  readonly knowsPresence: boolean;
  open(): void;
}

/** A conversation, or somebody to begin one with. */
export function placeRow(row: Row): TemplateResult {
  const { place, unread, failed, isCurrent } = row;
  return html`
    <li>
      <button
        class=${unread > 0 ? "row unread" : "row"}
        aria-label=${labelOf(row)}
        aria-current=${isCurrent ? "page" : nothing}
        @click=${() => row.open()}
      >
        ${pictureOf(row)}
        <bdi class="name">${titleOf(place)}</bdi>
        ${failed > 0 ? html`<span class="failed" title=${t.sidebar.failed(failed)} data-sign="!"></span>` : nothing}
        ${unread > 0 ? badge(row) : nothing}
      </button>
    </li>
  `;
}

/** A number only where every message is for this user; in a room that there is something. */
function badge({ place, unread }: Row): TemplateResult {
  return place.kind === "room"
    ? html`<span class="badge some"></span>`
    : html`<span class="badge" data-count=${t.sidebar.badge(unread)}></span>`;
}

/** "bob, online, 2 unread messages, 1 message not sent". */
function labelOf({ place, unread, failed, knowsPresence }: Row): string {
  const isOnline = knowsPresence && place.kind === "direct" && place.person.isOnline;
  const said = [
    titleOf(place),
    isOnline ? t.sidebar.online : "",
    unread > 0 ? (place.kind === "room" ? t.sidebar.someUnread : t.sidebar.unread(unread)) : "",
    place.kind === "room" && place.room.isArchived ? t.rooms.archivedMark : "",
    failed > 0 ? t.sidebar.failed(failed) : "",
  ];
  return said.filter((part) => part !== "").join(", ");
}

/** Beside the name, which says the same. */
export function pictureOf({ place, knowsPresence }: Pick<Row, "place" | "knowsPresence">): TemplateResult {
  if (place.kind !== "direct" && place.kind !== "oneself") {
    const isGlobal = place.kind === "global";
    return html`<span class=${isGlobal ? "picture globe" : "picture globe room"}>${isGlobal ? globeIcon : roomIcon}</span>`;
  }
  const { id, username, isOnline } = place.person;
  return html`
    <span class="picture">
      <user-avatar .userId=${id} .username=${username}></user-avatar>
      <span class=${knowsPresence ? "dot" : "dot stale"} ?hidden=${!isOnline}></span>
    </span>
  `;
}
