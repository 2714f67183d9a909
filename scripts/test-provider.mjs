// Lets the real provider judge what we synthesize: terraform init and validate for every stack and environment.
// Needs a terraform and a provider it can find. Without one nothing is claimed: it says "not run".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'flowcdk-provider-'));

const run = (command, args, cwd = root) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { ok: status === 0, missing: error?.code === 'ENOENT', text: `${stdout ?? ''}${stderr ?? ''}` };
};

const must = (what, result) => {
  if (result.ok) return;
  console.error(`${what} failed:\n${result.text}`);
  process.exitCode = 1;
  throw new Error(what);
};

const notRun = (why) => {
  console.log(`not run: provider not available (${why})`);
  console.log('This counts neither as passed nor as failed.');
};

try {
  must('build', run('npm', ['run', '--silent', 'build']));
  let passed = 0;
  environments: for (const environment of [undefined, 'local']) {
    const out = join(work, environment ?? 'default');
    must(
      'synth',
      run('node', ['dist/src/cli/main.js', 'synth', '--out', out, ...(environment ? ['--env', environment] : [])]),
    );
    for (const stack of readdirSync(join(out, 'stacks'))) {
      const folder = join(out, 'stacks', stack);
      const init = run('terraform', ['init', '-no-color', '-input=false'], folder);
      if (init.missing) {
        notRun('there is no terraform on this machine');
        break environments;
      }
      if (
        !init.ok &&
        /Failed to query available provider packages|could not connect|Failed to install provider/i.test(init.text)
      ) {
        notRun('terraform init found no mypurecloud/genesyscloud');
        break environments;
      }
      must(`terraform init of ${stack}`, init);
      const version = /Installed mypurecloud\/genesyscloud (\S+)/.exec(init.text)?.[1] ?? 'provider';
      must(`terraform validate of ${stack}`, run('terraform', ['validate', '-no-color'], folder));
      console.log(`${stack} (${environment ?? 'settings.yaml'}): valid for ${version}`);
      passed += 1;
    }
  }
  if (passed > 0) console.log(`${passed} passed, 0 failed`);
} catch (problem) {
  if (!process.exitCode) throw problem;
} finally {
  rmSync(work, { recursive: true, force: true });
}
