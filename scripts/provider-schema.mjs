// Writes what the real provider says of its schema, which the tables of packages/provider-genesyscloud are compared with:
// names, types, what is required, optional, computed or sensitive, and how blocks are nested. Descriptions stay out.
//
//   node scripts/provider-schema.mjs            asks `terraform providers schema -json`
//   node scripts/provider-schema.mjs FILE       reads such an answer from a file
//   node scripts/provider-schema.mjs --check    fails where the file in the repository is not what the provider says
//
// Needs a terraform and a provider that it can find (TF_CLI_ARGS_init=-plugin-dir=FOLDER names a folder of providers).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

const SOURCE = 'mypurecloud/genesyscloud';
const VERSION = '1.82.0';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'packages/provider-genesyscloud/test/provider-schema.json');
const require = createRequire(join(root, 'package.json'));

/** What stopped the script, for the reader. */
class Stopped extends Error {}

const { values: options, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});

function terraform(args, cwd) {
  const { status, stdout, stderr, error } = spawnSync('terraform', args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error?.code === 'ENOENT') throw new Stopped('there is no terraform on this machine');
  if (status !== 0) throw new Stopped(`terraform ${args[0]} failed:\n${stderr}${stdout}`);
  return stdout;
}

function answerOfTerraform() {
  const folder = mkdtempSync(join(tmpdir(), 'provider-schema-'));
  try {
    const required_providers = { genesyscloud: { source: SOURCE, version: VERSION } };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
    terraform(['init', '-no-color', '-input=false'], folder);
    return terraform(['providers', 'schema', '-json'], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `"string"`, `["set", "string"]` and `["list", ["object", {…}]]`, as text. */
function typeText(type) {
  if (typeof type === 'string') return type;
  const [kind, inner] = type;
  if (kind !== 'object') return `${kind}(${typeText(inner)})`;
  const members = Object.keys(inner).sort();
  return `object({${members.map((name) => `${name}: ${typeText(inner[name])}`).join(', ')}})`;
}

const mapped = (members, change) =>
  Object.fromEntries(
    Object.keys(members ?? {})
      .sort()
      .map((name) => [name, change(members[name])]),
  );

const reducedBlock = ({ attributes, block_types }) => ({
  attributes: mapped(attributes, ({ type, required, optional, computed, sensitive }) => ({
    type: typeText(type),
    ...(required && { required }),
    ...(optional && { optional }),
    ...(computed && { computed }),
    ...(sensitive && { sensitive }),
  })),
  blocks: mapped(block_types, ({ nesting_mode, min_items = 0, max_items = 0, block }) => ({
    nesting: nesting_mode,
    min_items,
    max_items,
    ...reducedBlock(block),
  })),
});

/** The types that the package has tables of. */
function typesOfPackage() {
  require('flowcdk/register');
  const classes = Object.entries(require(join(root, 'packages/provider-genesyscloud/src/index.ts')));
  const named = classes.filter(([, value]) => typeof value === 'function' && value.tfResourceType);
  const typesOf = (isDataSource) =>
    new Set(
      named
        .filter(([name]) => name.startsWith('DataGenesyscloud') === isDataSource)
        .map(([, value]) => value.tfResourceType),
    );
  return { resources: typesOf(false), dataSources: typesOf(true) };
}

function reduced(answer) {
  const [key, schemas] =
    Object.entries(answer.provider_schemas ?? {}).find(([name]) => name.endsWith(`/${SOURCE}`)) ?? [];
  if (key === undefined) throw new Stopped(`the answer has no schema of ${SOURCE}`);
  const { resources, dataSources } = typesOfPackage();
  const only = (all, types) => {
    const kept = Object.fromEntries(Object.entries(all).filter(([type]) => types.has(type)));
    return mapped(kept, ({ block }) => reducedBlock(block));
  };
  return {
    about: `Schema of the Terraform provider ${SOURCE} ${VERSION}, without descriptions. Written by scripts/provider-schema.mjs from the answer of \`terraform providers schema -json\`. max_items 0 means any number.`,
    provider: reducedBlock(schemas.provider.block),
    resources: only(schemas.resource_schemas, resources),
    data_sources: only(schemas.data_source_schemas, dataSources),
  };
}

try {
  const [file] = positionals;
  const answer = JSON.parse(file === undefined ? answerOfTerraform() : readFileSync(file, 'utf8'));
  const style = await resolveConfig(target);
  const text = await format(JSON.stringify(reduced(answer)), { ...style, filepath: target });
  if (!options.check) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is not what the provider says. Run: node scripts/provider-schema.mjs`);
    process.exitCode = 1;
  }
} catch (problem) {
  if (!(problem instanceof Stopped)) throw problem;
  console.error(problem.message);
  process.exitCode = 2;
}
