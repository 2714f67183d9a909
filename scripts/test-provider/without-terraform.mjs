// `flowcdk org apply` beside Terraform: both have to leave the same behind.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, fail, flowcdk, must, pass, root } from './terraform.mjs';
import { differences, whatItHolds } from './what-orgs-hold.mjs';

const JOURNAL = 'journal.jsonl';

/** Applies stacks to an org, twice: the second time nothing may change. */
export function applyWithoutTerraform(folders, url, what) {
  const seconds = folders.map((folder) => {
    const args = ['org', 'apply', folder, '--url', url];
    const first = must(`org apply of ${folder}`, flowcdk(args, folder, environmentOf(folder)));
    const second = must(`org apply of ${folder}, again`, flowcdk(args, folder, environmentOf(folder)));
    if (!second.text.includes(' 0 created, 0 changed, 0 replaced, 0 removed,')) {
      fail(`org apply of ${folder} changed something the second time:\n${second.text}`);
    }
    return first.seconds;
  });
  pass(`${what} with flowcdk org apply, ${seconds.reduce((a, b) => a + b).toFixed(1)} s; again: nothing changes`);
}

/** @param allowed what may differ: `queue 'Overflow' / conditionalGroupActivation` */
export function mustHoldTheSame(work, terraformState, ownState, what, allowed = []) {
  const [first, other] = [terraformState, ownState].map((state) => {
    const copy = mkdtempSync(join(work, 'journal-'));
    // Not the lock of the org that writes it.
    cpSync(join(state, JOURNAL), join(copy, JOURNAL));
    const held = whatItHolds(root, copy);
    rmSync(copy, { recursive: true });
    return held;
  });
  const unexpected = differences(first, other).filter((line) => !allowed.some((path) => line.startsWith(path)));
  if (unexpected.length > 0)
    fail(`${what}: Terraform's org and the other hold different things:\n${unexpected.join('\n')}`);
  pass(`${what}: both orgs hold the same ${Object.keys(first).length} things`);
}
