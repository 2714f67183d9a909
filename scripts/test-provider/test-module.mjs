// What the tests deploy, for the real provider.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transpile } from '../transpile.cjs';
import { root } from './terraform.mjs';

const require = createRequire(import.meta.url);

/** A module of the tests, with what it imports from `src` as it was built. */
export function testModule(file) {
  const source = join(root, file);
  const { code } = transpile(source, readFileSync(source, 'utf8'));
  const module = { exports: {} };
  const from = (name) => require(name.replace('../../src', join(root, 'dist/src')));
  new Function('module', 'exports', 'require', code)(module, module.exports, from);
  return module.exports;
}
