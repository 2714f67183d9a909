// The whole application as a user waits for it: one process, from start to exit. Beside it `cdktf synth` of an app with a
// single resource, which is mostly what the CDKTF command line costs by itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../measure.mjs';

const PEER = 'cdktf-cli@0.21';
const GOAL = 0.8;

export default async function synthesisOfTheApplication({ root, withCdktfCli }) {
  const work = mkdtempSync(join(tmpdir(), 'flowcdk-bench-'));
  try {
    const ours = () =>
      must(
        process.execPath,
        [join(root, 'packages/flowcdk/bin/flowcdk.cjs'), 'synth', '--out', join(work, 'out')],
        root,
      );
    const cdktf = withCdktfCli ? cdktfCli(root) : undefined;
    const app = oneResource(root, join(work, 'app'));
    const peer = cdktf && (() => must(process.execPath, [cdktf, 'synth'], app));
    const times = await measure({ ours, ...(peer ? { peer } : {}) }, { rounds: 7, warmUp: 1 });
    const value = times.ours / 1000;
    const peerValue = peer ? times.peer / 1000 : null;
    return [
      {
        name: 'synthesis of the application, whole process',
        value,
        unit: 's',
        peer: peer ? 'cdktf synth of one resource' : 'cdktf synth of one resource: not measured (--with-cdktf-cli)',
        peerValue,
        ratio: peerValue && value / peerValue,
        goal: `≤ ${GOAL} s`,
        met: value <= GOAL,
      },
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The CDKTF command line, some 400 MB, fetched on demand into a cache folder. */
function cdktfCli(root) {
  const cache = join(root, 'node_modules/.cache/flowcdk/cdktf-cli');
  const bin = join(cache, 'node_modules/.bin/cdktf');
  if (!existsSync(bin)) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    must('npm', ['install', '--prefix', cache, '--ignore-scripts', '--no-audit', '--no-fund', PEER], cache);
  }
  return bin;
}

/** An app in plain JavaScript, so that its time is not spent on compiling. */
function oneResource(root, folder) {
  mkdirSync(folder);
  const cdktf = JSON.stringify(join(root, 'node_modules/cdktf'));
  writeFileSync(
    join(folder, 'main.js'),
    `const { App, TerraformProvider, TerraformResource, TerraformStack } = require(${cdktf});
const app = new App();
const stack = new TerraformStack(app, 'one');
new TerraformProvider(stack, 'null', { terraformResourceType: 'null', terraformProviderSource: 'hashicorp/null' });
new TerraformResource(stack, 'one', { terraformResourceType: 'null_resource' });
app.synth();
`,
  );
  writeFileSync(
    join(folder, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app: 'node main.js', projectId: 'bench', sendCrashReports: 'false' }),
  );
  return folder;
}

function must(command, args, cwd) {
  // Nothing is sent to anybody, and nobody is asked for a newer version, while the clock runs.
  const env = { ...process.env, CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };
  delete env.FLOWCDK_ENV;
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
}
