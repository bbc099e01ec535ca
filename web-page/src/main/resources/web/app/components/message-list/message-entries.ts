import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Entry, Group, Line } from "../../live/entries.ts";
import type { Message } from "../../live/message.ts";
import { happeningText } from "../../texts/happening-texts.ts";
import { reasonOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { dayOf, fullTimeOf, timeOf } from "../../texts/times.ts";
import "../avatar/user-avatar.ts";
import { addReactionIcon, moreIcon } from "../icons.ts";
import { contentTemplate } from "./message-content.ts";
import { reactionsTemplate, type Reacting } from "./reactions.ts";

/** What a person can do with a message that was not sent. */
export interface Actions {
  retry(clientId: string): void;
  discard(clientId: string): void;
  edit(clientId: string): void;
}

/** How the lines are shown. */
export interface Showing extends Actions, Reacting {
  /** Changes when other names are known. */
  readonly names: number;
  mayRevise(message: Message): boolean;
  openMenu(message: Message, line: HTMLElement): void;
  openPicker(message: Message, line: HTMLElement): void;
  revisions(message: Message): void;
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
    case "happening":
      return html`<p class="happening">${happeningText(entry.happening.event, entry.before)}</p>`;
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

/** A line is another object whenever something of it changes. */
function guardedLine(line: Line, sender: string, showing: Showing) {
  const names = line.reactions.length > 0 ? showing.names : 0;
  const around = [line.state === "pending" && showing.isConnected, showing.mayReact, names];
  return guard([line, ...around], () => lineTemplate(line, sender, showing));
}

function lineTemplate(line: Line, sender: string, showing: Showing): TemplateResult {
  const { message } = line;
  const label = `${sender}, ${timeOf(line.at)}${line.isEdited ? `, ${t.actions.edited}` : ""}`;
  return html`
    <article class=${line.state} tabindex="-1" data-key=${line.key} data-seq=${line.seq} aria-label=${label} aria-busy=${line.state === "pending"}>
      ${timeTemplate(line.at)}
      ${contentTemplate(line.content)}
      ${message?.isPinned === true ? html`<span class="edited">${t.actions.pinned}</span>` : nothing}
      ${message !== null && line.isEdited ? editedTemplate(message, showing) : nothing}
      ${message === null ? nothing : reactionsTemplate(message, showing)}
      ${line.state === "pending" ? pendingTemplate(showing) : nothing}
      ${line.state === "failed" ? failureTemplate(line, showing) : nothing}
      ${message === null ? nothing : toolsTemplate(message, showing)}
    </article>
  `;
}

/** Whoever may see what it was before gets there. */
function editedTemplate(message: Message, showing: Showing): TemplateResult {
  return showing.mayRevise(message)
    ? html`<button class="edited" title=${t.actions.revisions} @click=${() => showing.revisions(message)}>(${t.actions.edited})</button>`
    : html`<span class="edited">(${t.actions.edited})</span>`;
}

/** For the mouse and the finger; from the keyboard the line itself opens them, so that they are no stops for Tab. */
function toolsTemplate(message: Message, showing: Showing): TemplateResult {
  const lineOf = (event: Event) => (event.currentTarget as HTMLElement).closest("article") as HTMLElement;
  return html`
    <span class="tools">
      ${showing.mayReact
        ? html`<button
            class="icon react"
            tabindex="-1"
            aria-label=${t.actions.react}
            title=${t.actions.react}
            @click=${(event: Event) => showing.openPicker(message, lineOf(event))}
          >
            ${addReactionIcon}
          </button>`
        : nothing}
      <button
        class="icon more"
        tabindex="-1"
        aria-label=${t.actions.menu}
        aria-haspopup="menu"
        title=${t.actions.menu}
        @click=${(event: Event) => showing.openMenu(message, lineOf(event))}
      >
        ${moreIcon}
      </button>
    </span>
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
