// The template `caller-identification` is the application in the box as its user would own it: it stands at the root of
// this repository, and is put beside the other templates when the packages are made.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What of the root belongs to the application, and where it is in a project. */
const parts = {
  ...Object.fromEntries(
    [
      ...['flowcdk.config.ts', 'settings.yaml', 'settings.local.yaml'],
      ...['flows', 'data-actions', 'triggers', 'src', 'test'],
    ].map((name) => [name, name]),
  ),
};
/** Here they are for copying, which the first line tells; a project has them in place. */
const pipelines = {
  'docs/ci/github-actions.yml': '.github/workflows/deploy.yml',
  'docs/ci/gitlab-ci.yml': '.gitlab-ci.yml',
};

export function applicationTemplate(folder) {
  for (const [from, to] of Object.entries(parts)) cpSync(join(root, from), join(folder, to), { recursive: true });
  for (const [from, to] of Object.entries(pipelines)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), readFileSync(join(root, from), 'utf8').replace(/^#.*\n/, ''));
  }
}
