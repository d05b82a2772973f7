import { expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { axeFinds } from '../support/shop-page.ts';
import { temporaryFolder } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { run } from '../support/start.ts';

test.skipIf(needs('chromium'))(
  'npm run dev serves the window before a desk on the Demo line, and every component',
  async () => {
    const folder = temporaryFolder('dev');
    const dev = run('node', ['electron/launch/dev.mjs', `--data-dir=${folder.path}`]);
    const browser = await launchChromium();
    try {
      const [, address = ''] = await dev.printed(/^open (\S+)$/m);
      const [, components = ''] = await dev.printed(/^components (\S+)$/m);
      const context = await browser.newContext({ viewport: { width: 1360, height: 820 } });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(address);
      await page.getByText('Hello! Is the blue bike ready?').first().waitFor({ timeout: 60_000 });
      for (const theme of ['light', 'dark']) {
        await page.goto(`${components}?theme=${theme}`);
        await page.getByRole('heading', { name: 'what asks' }).waitFor({ timeout: 60_000 });
        expect(await axeFinds(page), theme).toEqual([]);
        await page.getByRole('button', { name: 'Asks for words' }).click();
        await page.getByRole('dialog', { name: 'What is it called?' }).waitFor();
        await page.keyboard.press('Escape');
      }
      expect(problems).toEqual([]);
      await context.close();
    } finally {
      await browser.close();
      await dev.stop();
      folder.remove();
    }
  },
);
