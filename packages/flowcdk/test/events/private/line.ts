import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../../../src/architect/types';
import { localOrg, type LocalOrg, type LocalOrgOptions } from '../../../src/testing';
import { LINE_TO_SUPPORT } from '../../private/line-to-support';

/** What agents do: they answer after 20 seconds. */
export const AGENTS = { agents: { answersAfter: seconds(20), talksFor: seconds(60), wrapsUpIn: seconds(10) } };

/** An org with a line that leads every call to the queue Support, whose agent answers, talks for a minute and wraps up. */
export async function lineToSupport(options: LocalOrgOptions = {}): Promise<LocalOrg> {
  const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.yaml');
  writeFileSync(file, LINE_TO_SUPPORT);
  return localOrg({ flows: [file], settings: AGENTS, limits: 'off', ...options });
}

/** The id of the queue Support. */
export const supportOf = ({ runtime }: LocalOrg): string =>
  runtime.org.all('queue').find(({ name }) => name === 'Support')?.id ?? '';

/** A call to the line. */
export const callTo = (org: LocalOrg) => org.call({ from: '+33142685300', flow: 'Line' });
