// The built page (dist/playground) in a real browser, against a real server with the checked-in seed.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openWatchedPage } from '../support/browser.js';
import { startServer } from '../support/start-server.js';

let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the playground', { timeout: 60_000 }, () => {
  test('opens on the question of who supplies OpenAI', async () => {
    await onPlayground(async (page) => {
      const firstTab = page.getByRole('tab').first();
      expect(await firstTab.locator('button').first().textContent()).toBe('WhoSuppliesOpenAI');
      expect(await firstTab.getAttribute('aria-selected')).toBe('true');
      expect(await readEditor(page, 'operation.graphql')).toMatch(/^# Who supplies OpenAI's compute/);
    });
  });

  test('answers the first question when the run button is pressed', async () => {
    await onPlayground(async (page) => {
      await pressRun(page);
      const answer = await waitForAnswer(page);
      expect(answer).not.toHaveProperty('errors');
      const text = JSON.stringify(answer);
      expect(text).toContain('"Amazon Web Services"');
      expect(text).toContain('"Microsoft"');
    });
  });

  test('has an explorer that lists computeSupply', async () => {
    await onPlayground(async (page) => {
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await page.locator('.graphiql-explorer-root').getByText('computeSupply', { exact: true }).waitFor();
    });
  });

  test('has documentation that describes the queries', async () => {
    await onPlayground(async (page) => {
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page
        .locator('.graphiql-doc-explorer-content')
        .getByText('Query', { exact: true })
        .first()
        .click();
      await page
        .locator('.graphiql-doc-explorer-content')
        .getByText('computeSupply', { exact: true })
        .waitFor();
    });
  });

  test('gives a ready question back after its tab was closed', async () => {
    await onPlayground(async (page) => {
      const tab = page.getByRole('tab', { name: 'SearchWithATypo' });
      await tab.click();
      await tab.locator('.graphiql-tab-close').click();
      await tab.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Show Questions' }).click();
      await page.getByRole('button', { name: /misspelt/ }).click();
      await tab.waitFor();
      await pressRun(page);
      expect(JSON.stringify(await waitForAnswer(page))).toContain('"aws"');
    });
  });

  test('keeps what was typed when it is loaded again', async () => {
    await onPlayground(async (page) => {
      await page.locator('.graphiql-query-editor .view-line').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(' Mine.');
      const isStored = `Object.values(localStorage).some((value) => value.includes('Mine.'))`;
      await expect.poll(() => page.evaluate(isStored)).toBe(true);
      await page.reload();
      await waitForEditor(page);
      expect(await readEditor(page, 'operation.graphql')).toContain(' Mine.');
    });
  });

  test('is sent with a policy that lets only its own scripts run', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/connect-src 'self'(;|$)/);
  });
});

/** Every visit must stay on the host and end without a fault, whatever it was for. */
async function onPlayground(visit: (page: Page) => Promise<void>): Promise<void> {
  const { page, requests, faults } = await openWatchedPage(browser);
  try {
    await page.goto(`${server.url}/graphql`);
    await waitForEditor(page);
    await visit(page);
    expect(requests.filter((address) => new URL(address).origin !== new URL(server.url).origin)).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    await page.context().close();
  }
}

async function waitForEditor(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

async function pressRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

async function waitForAnswer(page: Page): Promise<unknown> {
  await expect.poll(() => readEditor(page, 'response.json'), { timeout: 20_000 }).toMatch(/^\{/);
  return JSON.parse(await readEditor(page, 'response.json'));
}

/** The whole text of an editor: the page itself renders only the lines in view. */
async function readEditor(page: Page, name: string): Promise<string> {
  return page.evaluate<string>(
    `__MONACO.editor.getModels().find((model) => model.uri.path.endsWith('-${name}')).getValue()`,
  );
}
