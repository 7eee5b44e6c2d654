// Opens the system's Chromium, cut off from every host but this one.

import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

const REPORT_BREACHES = `addEventListener('securitypolicyviolation', (breach) =>
  console.error('CSP: ' + breach.effectiveDirective + ' blocked ' + breach.blockedURI))`;

/** The caller closes it. Each browser has a fresh profile in a temporary folder. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `No Chromium at ${executablePath}: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its file`,
    );
  }
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}

export interface WatchedPage {
  page: Page;
  /** Every address that the page and its workers asked for. */
  requests: string[];
  /** Console errors, uncaught exceptions, failed requests and breaches of the content security policy. */
  faults: string[];
}

/** Opens an empty page with storage of its own; `page.context().close()` closes it. */
export async function openWatchedPage(browser: Browser): Promise<WatchedPage> {
  const requests: string[] = [];
  const faults: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(REPORT_BREACHES);
  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Aborted is what a reload does to requests under way.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  return { page: await context.newPage(), requests, faults };
}
