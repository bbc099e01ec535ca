import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Chat } from "../../live/chat.ts";
import type { User } from "../../live/user.ts";
import { fields } from "../../styles/fields.styles.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";
import "../avatar/user-avatar.ts";
import { parts } from "./room-parts.styles.ts";

const MOST = 6;
const ASK_SERVER_AFTER_MS = 150;

/**
 * A field that finds people by name, and a button for each that was found.
 *
 * @fires choose with the {@link User}
 */
@customElement("person-search")
export class PersonSearch extends LitElement {
  static override styles = [shared, buttons, fields, parts];

  @property({ attribute: false }) chat!: Chat;
  /** Grows with each change inside `chat`. */
  @property({ attribute: false }) version = 0;
  @property() label = "";
  /** Those that are not to be found. */
  @property({ attribute: false }) without: ReadonlySet<number> = new Set();

  @state() private wanted = "";

  private asking: ReturnType<typeof setTimeout> | undefined;

  override render() {
    const found = this.wanted.trim() === "" ? [] : this.found();
    return html`
      <label for="person">${this.label}</label>
      <input
        id="person"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${t.rooms.addHint}
        .value=${this.wanted}
        @input=${this.typed}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, found)}
      />
      <ul aria-label=${this.label}>
        ${repeat(found, ({ id }) => id, (user) => html`
          <li class="row">
            <user-avatar .userId=${user.id} .username=${user.username}></user-avatar>
            <button class="plain" type="button" @click=${() => this.choose(user)}><bdi>${user.username}</bdi></button>
          </li>
        `)}
      </ul>
      <p class="visually-hidden" role="status">${this.wanted === "" ? nothing : t.finder.found(found.length)}</p>
    `;
  }

  private found(): readonly User[] {
    const people = this.chat.people.find(this.wanted.trim(), MOST + this.without.size + 1);
    return people.filter(({ id }) => !this.without.has(id)).slice(0, MOST);
  }

  private typed({ target }: Event): void {
    this.wanted = (target as HTMLInputElement).value;
    clearTimeout(this.asking);
    const name = this.wanted.trim();
    if (name !== "") {
      this.asking = setTimeout(() => void this.chat.findPeople(name).then(() => this.requestUpdate()), ASK_SERVER_AFTER_MS);
    }
  }

  /** Enter takes the first of them, and sends no form around it. */
  private pressed(event: KeyboardEvent, found: readonly User[]): void {
    if (event.key === "Enter") {
      event.preventDefault();
      const [first] = found;
      if (first !== undefined) {
        this.choose(first);
      }
    }
  }

  private choose(user: User): void {
    this.wanted = "";
    this.dispatchEvent(new CustomEvent("choose", { detail: user }));
    this.renderRoot.querySelector("input")?.focus();
  }
}
