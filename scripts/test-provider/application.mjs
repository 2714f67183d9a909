// The application of this repository as a project of its own, whose settings can be changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { flowcdk, must, root } from './terraform.mjs';

/** A project that deploys to the org at `url`. @param home where the application lies, from the root of the repository */
export function project(folder, url, home = '.') {
  mkdirSync(folder, { recursive: true });
  const settings = load(readFileSync(join(root, home, 'settings.yaml'), 'utf8'));
  const overlay = join(root, home, 'settings.local.yaml');
  const local = existsSync(overlay) ? load(readFileSync(overlay, 'utf8')) : {};
  // One has either a region or a gateway.
  local.provider = { ...local.provider, region: null, gateway: url };
  writeFileSync(join(folder, 'settings.local.yaml'), dump(local));
  // The application of this repository with settings of its own.
  writeFileSync(
    join(folder, 'flowcdk.config.ts'),
    `export { default } from ${JSON.stringify(join(root, home, 'flowcdk.config'))};\n`,
  );
  return {
    settings,
    /** Writes the stacks as the settings want them now, and gives their folders, first those others need. */
    synth: () => {
      writeFileSync(join(folder, 'settings.yaml'), dump(settings));
      must(
        'synth',
        flowcdk(['synth', '--app', join(folder, 'flowcdk.config.ts'), '--env', 'local', '--out', 'out'], folder),
      );
      return readdirSync(join(folder, 'out/stacks')).map((name) => ({
        name,
        folder: join(folder, 'out/stacks', name),
      }));
    },
  };
}

/** What an administrator changes: texts, the name of a queue, a number, time-outs. */
export function changeSettings(settings) {
  const { supportLine, databases, backOffice, identification } = settings;
  const [line] = supportLine.lines;
  line.texts.greeting = 'Good day. You have reached customer service.';
  line.numbers.push('+442079460199');
  databases.alpha.timeout += 1;
  identification.deadline += 5;
  backOffice.timeout += 1;
  renameQueue(supportLine, supportLine.queues.at(-1).name, 'Contracts and more');
}

/** What an administrator changes of the call-back to unhappy customers: a threshold, texts, hours, a way switched off. */
export function changeCallback(settings) {
  settings.threshold = -35;
  settings.sms.texts['it-it'] = 'Ci dispiace. La richiamiamo al più presto.';
  settings.supervisors.open.to = '17:00';
  settings.chat.enabled = false;
  settings.wrapUpCode = 'Complaint';
}

export function renameQueue(supportLine, old, name) {
  for (const queue of supportLine.queues) if (queue.name === old) queue.name = name;
  for (const reason of supportLine.reasons) if (reason.queue === old) reason.queue = name;
  if (supportLine.defaultQueue === old) supportLine.defaultQueue = name;
}

/**
 * What a developer changes: a contract, which makes a new data action so that the flow that names it has to be
 * published again; the template of another; the criteria of a trigger.
 */
export function changeDefinitions(folder) {
  const file = join(folder, 'cdk.tf.json');
  const stack = JSON.parse(readFileSync(file, 'utf8'));
  const [action, other] = Object.values(stack.resource.genesyscloud_integration_action);
  const contract = JSON.parse(action.contract_output);
  contract.properties.added = { type: 'string' };
  action.contract_output = JSON.stringify(contract);
  const template = other ?? action;
  template.config_request.request_url_template += template.config_request.request_url_template.includes('?')
    ? '&from=flowcdk'
    : '?from=flowcdk';
  for (const trigger of Object.values(stack.resource.genesyscloud_processautomation_trigger ?? {})) {
    trigger.match_criteria = '[{"jsonPath":"mediaType","operator":"In","values":["VOICE","CALLBACK"]}]';
  }
  writeFileSync(file, JSON.stringify(stack, null, 2));
}
