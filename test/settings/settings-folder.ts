import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findingText } from 'flowcdk';
import { type LoadedSettings, loadSettings } from 'flowcdk/settings';
import { type Settings, settingsSchema } from '../../src/settings';

/** Loads settings from files that exist only for that. */
export function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  environment?: string,
): LoadedSettings<Settings> {
  return inFolder(files, (folder) => loadSettings(settingsSchema, { folder, environment }));
}

/** Every finding as its reader sees it, without the folder in front of the file names. */
export function findings(files: Readonly<Record<string, string | Uint8Array>>, environment?: string): string[] {
  return inFolder(files, (folder) => {
    const findings = loadSettings(settingsSchema, { folder, environment }).findings ?? [];
    return findings.map((finding) => findingText(finding).replaceAll(join(folder, '/'), ''));
  });
}

function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The least that is valid. Tests change a line of it. */
export const VALID = `provider:
  region: eu-central-1
databases:
  order: [beta, alpha]
  alpha:
    baseUrl: https://alpha.customers.example
  beta:
    baseUrl: https://beta.customers.example
    countryCode: '33'
    trunkPrefix: '0'
  gamma:
    baseUrl: https://gamma.customers.example
    loginUrl: https://login.customers.example/token
identification:
  deadline: 20
  lookEvery: 3
supportLine:
  lines:
    - language: en-us
      numbers: ['+442079460101']
      texts: &texts
        greeting: Hello.
        reasonQuestion: What is it about?
        reasons:
          order: For an order, press 1.
          invoice: For an invoice, press 2.
        firstTimeQuestion: Is it your first call?
        oneMoment: One moment.
        stillLooking: Still looking.
        welcomeBack: { before: 'Hello, ', after: '.' }
        customerNumberQuestion: Your number?
        customerNumberThanks: Thanks.
        transfer: A colleague takes over.
        transferFailed: Nobody is free.
        closed: We are closed.
        error: Something went wrong.
    - language: fr-fr
      numbers: ['+33199001234']
      texts: *texts
  openingHours:
    timeZone: Europe/Paris
    days: [monday, friday]
    from: 08:30
    to: 18:00
    holidays:
      - { name: Christmas Day, date: 2026-12-25 }
  reasons:
    - { key: order, queue: Orders }
    - { key: invoice, queue: Billing }
  defaultQueue: Orders
  queues:
    - name: Orders
    - name: Billing
  wrapUpCodes: [Done]
backOffice:
  url: https://backoffice.example/customers/supportResult
`;

/** The valid settings with a part replaced; a part that is not there would test nothing. */
export function changed(part: string, by: string): string {
  if (!VALID.includes(part)) throw new Error(`not in the valid settings: ${part}`);
  return VALID.replace(part, () => by);
}
