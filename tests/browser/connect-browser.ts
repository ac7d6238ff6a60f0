import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the browser of this run. What is opened there is closed with the connection. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'));
