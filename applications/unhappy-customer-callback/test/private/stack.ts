import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shipped } from './unhappy-calls';

/** The stack as Terraform gets it. */
export async function synthesizedStack(): Promise<Record<string, Record<string, Record<string, unknown>>>> {
  const folder = mkdtempSync(join(tmpdir(), 'unhappy-customer-'));
  try {
    await shipped.synthesize(folder);
    const file = join(folder, 'stacks/unhappy-customer-callback/cdk.tf.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Record<string, unknown>>>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
