import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../../styles/shared.styles.ts";
import { t } from "../../texts/texts.ts";

/** Who is typing; keeps its height, so that nothing moves when they stop. */
@customElement("typing-line")
export class TypingLine extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        width: 100%;
        max-width: var(--column);
        min-height: 1.5rem;
        margin: 0 auto;
        padding: 0.125rem var(--gutter);
        overflow: hidden;
        color: var(--text-faint);
        font-size: var(--size-small);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) names: readonly string[] = [];

  override render() {
    return html`<p role="status">${this.names.length === 0 ? "" : t.typing(this.names)}</p>`;
  }
}
