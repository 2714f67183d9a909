// The flows that figures read.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Published flows where they are there, else the application's own. Placeholders get a value, as Terraform gives them. */
export function flows(root, corpus = join(root, '../shared/corpus/flows')) {
  if (existsSync(corpus)) return { texts: yamlIn(corpus), from: 'published flows' };
  const out = mkdtempSync(join(tmpdir(), 'flowcdk-bench-'));
  try {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'FLOWCDK_ENV'));
    const bin = join(root, 'packages/flowcdk/bin/flowcdk.cjs');
    execFileSync(process.execPath, [bin, 'synth', '--out', out], { cwd: root, env });
    const texts = yamlIn(out);
    if (texts.length === 0) throw new Error(`flowcdk synth wrote no flow to ${out}`);
    return { texts, from: "of the application's flows" };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const yamlIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/(?<!")\{\{(\w+)\}\}(?!")/g, '$1'));
