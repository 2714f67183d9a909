import type { ContentKind, ListedItem } from './content';

const folders: Readonly<Record<ContentKind, string>> = {
  flow: 'flows',
  integration: 'integrations',
  dataAction: 'data-actions',
  trigger: 'triggers',
  queue: 'queues',
  prompt: 'prompts',
  schedule: 'schedules',
  scheduleGroup: 'schedule-groups',
  emergencyGroup: 'emergency-groups',
  callRoute: 'call-routes',
  dataTable: 'data-tables',
};

/** Characters of a part of a path. Every file system takes names of this length. */
const LONGEST = 100;

/** Names that Windows has for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The file of every item, from the folder on: `flows/Main.inboundCall.yaml`, `data-actions/CRM/Find customer.json`.
 * Characters that some file system refuses become `_`. Where names are the same then, a part of the id tells them apart.
 */
export function fileNames(items: readonly ListedItem[]): ReadonlyMap<ListedItem, string> {
  const taken = new Set<string>();
  return new Map(
    items.map((item) => {
      const plain = fileOf(item, '');
      const file = taken.has(plain.toLowerCase()) ? fileOf(item, `~${part(item.id)}`) : plain;
      taken.add(file.toLowerCase());
      return [item, file];
    }),
  );
}

function fileOf({ kind, name, within }: ListedItem, suffix: string): string {
  const file = `${part(name)}${suffix}`;
  if (kind === 'flow') return `flows/${file}.${part(within)}.yaml`;
  return [folders[kind], ...(within === '' ? [] : [part(within)]), `${file}.json`].join('/');
}

function part(name: string): string {
  const plain = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- no file system of Windows takes control characters
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f~]/g, '_')
    .slice(0, LONGEST)
    .replace(/^[. ]+|[. ]+$/g, (edge) => '_'.repeat(edge.length));
  return plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
}
