// Reading flows into the typed tree and writing them back, beside js-yaml's load and dump of the same texts, which keeps
// neither positions nor comments and knows nothing of flows.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { flows } from '../flows.mjs';
import { measure } from '../measure.mjs';

export default async function flowYaml({ root }) {
  const require = createRequire(join(root, 'package.json'));
  const { load, dump } = require('js-yaml');
  const { parseYaml } = require('./packages/flowcdk/dist/architect/yaml/parse.js');
  const { printYaml } = require('./packages/flowcdk/dist/architect/yaml/print.js');
  const { readFlow } = require('./packages/flowcdk/dist/architect/yaml/read-flow.js');
  const { writeFlow } = require('./packages/flowcdk/dist/architect/yaml/write-flow.js');

  const { texts, from } = flows(root);
  const readable = texts.filter((text) => parseYaml(text).problems.length === 0);
  const roundTrip = (text) => printYaml(writeFlow(readFlow(parseYaml(text).root).flow));
  const yamlOnly = (text) => printYaml(parseYaml(text).root);

  const times = await measure(
    {
      flows: () => readable.forEach(roundTrip),
      yaml: () => readable.forEach(yamlOnly),
      peer: () => readable.forEach((text) => dump(load(text))),
    },
    { rounds: 9, warmUp: 3 },
  );
  const perSecond = (ms) => (readable.length * 1000) / ms;
  const figure = (what, ms) => ({
    name: `${what} (${readable.length} ${from})`,
    value: perSecond(ms),
    unit: 'flows/s',
    peer: 'js-yaml load and dump',
    peerValue: perSecond(times.peer),
    ratio: perSecond(ms) / perSecond(times.peer),
    goal: null,
    met: null,
  });
  return [figure('flow YAML to typed tree and back', times.flows), figure('YAML with positions and back', times.yaml)];
}
