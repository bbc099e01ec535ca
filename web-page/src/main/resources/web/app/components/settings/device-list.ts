import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { endDevice, endOtherDevices, readDevices, type Device } from "../../browser/accounts.ts";
import type { Answer } from "../../browser/http.ts";
import { instantOf } from "../../live/clock.ts";
import { deviceIn } from "../../live/devices.ts";
import { buttons, shared } from "../../styles/shared.styles.ts";
import { sentenceOf } from "../../texts/problem-texts.ts";
import { t } from "../../texts/texts.ts";
import { momentOf } from "../../texts/times.ts";
import { styles } from "./device-list.styles.ts";
import { sections } from "./settings.styles.ts";

/** Where the user is logged in, and the way to end that. */
@customElement("device-list")
export class DeviceList extends LitElement {
  static override styles = [shared, buttons, sections, styles];

  @state() private devices: readonly Device[] = [];
  @state() private problem = "";
  @state() private said = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    const hasOthers = this.devices.some(({ current }) => !current);
    return html`
      <section aria-labelledby="devices">
        <h2 id="devices">${t.devices.title}</h2>
        <p class="about">${t.devices.about}</p>
        <ul aria-labelledby="devices">
          ${repeat(this.devices, ({ id }) => id, (device) => this.row(device))}
        </ul>
        <p class="problem" role="alert">${this.problem}</p>
        <p class="said" role="status">${this.said}</p>
        <button class="plain" ?hidden=${this.problem !== t.devices.failed} @click=${this.read}>${t.messages.tryAgain}</button>
        <button class="plain" ?hidden=${!hasOthers} @click=${this.endOthers}>${t.devices.endOthers}</button>
      </section>
    `;
  }

  private row(device: Device) {
    const name = nameOf(device);
    return html`
      <li>
        <div>
          <strong>${name}</strong>
          ${device.current ? html`<span class="current">${t.devices.current}</span>` : nothing}
          <p title=${device.user_agent ?? nothing}>
            <span>${t.devices.lastSeen(momentOf(instantOf(device.last_seen_at)))} ·</span>
            <span>${t.devices.since(momentOf(instantOf(device.created_at)))}</span>
          </p>
        </div>
        ${device.current
          ? nothing
          : html`<button class="plain" aria-label=${t.devices.endNamed(name)} @click=${() => this.end(device)}>
              ${t.devices.end}
            </button>`}
      </li>
    `;
  }

  /** Anew. */
  async read(): Promise<void> {
    const answer = await readDevices();
    if (answer.ok) {
      this.devices = [...answer.value].sort((one, other) => Number(other.current) - Number(one.current));
      this.problem = "";
    } else {
      this.problem = t.devices.failed;
    }
  }

  private end({ id }: Device): Promise<void> {
    return this.done(endDevice(id), () => t.devices.ended);
  }

  private endOthers(): Promise<void> {
    return this.done(endOtherDevices(), ({ ended }) => t.devices.endedOthers(ended));
  }

  private async done<T>(request: Promise<Answer<T>>, said: (value: T) => string): Promise<void> {
    const answer = await request;
    await this.read();
    this.said = answer.ok ? said(answer.value) : "";
    this.problem = answer.ok ? "" : sentenceOf(answer.problem);
  }
}

function nameOf({ user_agent }: Device): string {
  const { browser, system } = deviceIn(user_agent ?? "");
  if (browser !== null && system !== null) {
    return t.devices.onSystem(browser, system);
  }
  return browser ?? system ?? t.devices.unknown;
}

declare global {
  interface HTMLElementTagNameMap {
    "device-list": DeviceList;
  }
}
