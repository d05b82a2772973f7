import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Counter } from './shop-page.ts';
import { Headless, temporaryFolder } from './headless.ts';

/** A shop for one test: a desk as a process of its own, a simulated modem and network, and a person before a browser. */
export class Shop extends Counter {
  readonly network = new Network({ clock: systemClock });
  readonly sim = new SimCard({ imsi: '262011234567890' });
  readonly modem = new SimulatedModem({ sim: this.sim, network: this.network, clock: systemClock });
  /** What reached customers. */
  readonly delivered: ReceivedText[] = [];
  readonly #folder = temporaryFolder('shop');
  #terminal: PseudoTerminal | null = null;
  #desk: Headless | null = null;
  #isNew = false;

  private constructor(browser: Browser) {
    super(browser);
    this.network.textReceived.on((text) => this.delivered.push(text));
  }

  /** @param plugged the modem is there from the start @param isNew nobody has set the shop up */
  static async open(
    browser: Browser,
    { plugged = true, isNew = false }: { plugged?: boolean; isNew?: boolean } = {},
  ): Promise<Shop> {
    const shop = new Shop(browser);
    if (plugged) shop.#terminal = await attachPseudoTerminal(shop.modem, join(shop.#folder.path, 'modem'));
    await shop.startDesk(0, isNew);
    if (plugged) await shop.reopen();
    return shop;
  }

  /** The desk, again after {@link stopDesk} with the same data on the same port. */
  async startDesk(port = 0, isNew = false): Promise<void> {
    this.#isNew = isNew;
    this.#desk = await Headless.start({
      dataDir: this.dataDir,
      modem: this.#terminal?.path ?? (isNew ? 'auto' : 'none'),
      port,
      isNew,
    });
  }

  /** Returns its port. */
  async stopDesk(): Promise<number> {
    const port = Number(new URL(this.desk.url).port);
    await this.desk.stop('SIGKILL');
    return port;
  }

  /** Where the desk keeps everything. */
  get dataDir(): string {
    return join(this.#folder.path, 'data');
  }

  get desk(): Headless {
    if (this.#desk === null) throw new Error('The desk does not run.');
    return this.#desk;
  }

  protected override get address(): Headless {
    return this.desk;
  }

  override async window(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await super.window(options);
    // Where nobody has set the shop up, no line is shown yet.
    if (this.#terminal !== null && !this.#isNew) await page.locator('[data-line-state=ready]').waitFor();
    return page;
  }

  override customer(text: string, from = '+491712223344'): void {
    this.network.sendText(from, this.sim.msisdn, text);
  }

  /** The modem is pulled out. */
  async unplug(): Promise<void> {
    await this.#terminal?.close();
    this.#terminal = null;
  }

  async close(): Promise<void> {
    await this.closeWindows();
    await this.desk.stop('SIGKILL');
    await this.#terminal?.close();
    this.#folder.remove();
  }
}
