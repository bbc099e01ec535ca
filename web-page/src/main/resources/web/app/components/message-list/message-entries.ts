import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Entry, Group, Line } from "../../live/entries.ts";
import { reasonOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { dayOf, fullTimeOf, timeOf } from "../../texts/times.ts";
import "../avatar/user-avatar.ts";
import { contentTemplate } from "./message-content.ts";

/** What a person can do with a message that was not sent. */
export interface Actions {
  retry(clientId: string): void;
  discard(clientId: string): void;
  edit(clientId: string): void;
}

/** How the lines are shown. */
export interface Showing extends Actions {
  /** What is on its way waits while nothing can be sent. */
  readonly isConnected: boolean;
}

/** One template each kind of entry. All content is text nodes. */
export function entryTemplate(entry: Exclude<Entry, { kind: "gap" }>, showing: Showing): TemplateResult {
  switch (entry.kind) {
    case "day":
      return html`<h2 class="day"><span>${dayOf(entry.at, Date.now())}</span></h2>`;
    case "unread":
      return html`<p class="new"><span>${t.messages.unread}</span></p>`;
    case "group":
      return groupTemplate(entry, showing);
  }
}

function groupTemplate(group: Group, showing: Showing): TemplateResult {
  const { senderId, sender, at, lines } = group;
  return html`
    <div class="group" role="group" aria-label=${t.messages.from(sender)}>
      <user-avatar .userId=${senderId} .username=${sender}></user-avatar>
      ${guard([sender, at], () => html`<h3 class="sender"><bdi>${sender}</bdi> ${timeTemplate(at)}</h3>`)}
      ${repeat(lines, ({ key }) => key, (line) => guardedLine(line, sender, showing))}
    </div>
  `;
}

/** A stored line never changes. */
function guardedLine(line: Line, sender: string, showing: Showing) {
  return guard([line, line.state === "pending" && showing.isConnected], () => lineTemplate(line, sender, showing));
}

function lineTemplate(line: Line, sender: string, showing: Showing): TemplateResult {
  const label = `${sender}, ${timeOf(line.at)}`;
  return html`
    <article class=${line.state} data-key=${line.key} data-seq=${line.seq} aria-label=${label} aria-busy=${line.state === "pending"}>
      ${timeTemplate(line.at)}
      ${contentTemplate(line.content)}
      ${line.state === "pending" ? pendingTemplate(showing) : nothing}
      ${line.state === "failed" ? failureTemplate(line, showing) : nothing}
    </article>
  `;
}

function pendingTemplate({ isConnected }: Showing): TemplateResult {
  return html`<p class="about">${isConnected ? t.messages.pending : t.messages.waiting}</p>`;
}

function failureTemplate({ clientId, refusal }: Line, actions: Actions): TemplateResult {
  return html`
    <p class="about" role="alert">
      ${t.messages.notSent(refusal === null ? "" : reasonOf(refusal))}
      <button class="plain" @click=${() => actions.retry(clientId ?? "")}>${t.messages.retry}</button>
      <button class="plain" @click=${() => actions.edit(clientId ?? "")}>${t.messages.edit}</button>
      <button class="plain" @click=${() => actions.discard(clientId ?? "")}>${t.messages.discard}</button>
    </p>
  `;
}

function timeTemplate(at: number): TemplateResult {
  return html`<time dir="auto" datetime=${new Date(at).toISOString()} title=${fullTimeOf(at)}>${timeOf(at)}</time>`;
}
