import { FlowcdkError } from '../ground/finding';
import { type Connection, type Fields, fieldsIn, isFields } from './connection';
import { type Item, itemLabel, type ListedItem } from './content';
import { itemText } from './item-text';
import { textOf } from './read-lists';

/** Milliseconds between two looks at an export job. Most are ready within seconds (read in Terraform's provider). */
const LOOKS = [0, 1_000, 2_000, 2_000, 5_000];
/** Milliseconds after which an export is given up. */
const PATIENCE = 300_000;
/** How often an export that failed because of too many requests is begun anew. */
const MOST_JOBS = 5;

export interface ReadOptions {
  readonly labels: ReadonlyMap<string, string>;
  /** Whether the rows of data tables are read. */
  readonly rows: boolean;
}

/**
 * Reads what an item is made of. Most kinds have everything in their list.
 *
 * @throws FlowcdkError with what the org says of it
 */
export async function readItem(connection: Connection, listed: ListedItem, options: ReadOptions): Promise<Item> {
  const { kind, name, within } = listed;
  const text =
    kind === 'flow'
      ? await exported(connection, listed)
      : itemText(kind, await fieldsOf(connection, listed, options), options.labels);
  return { kind, name, within, text };
}

async function fieldsOf(
  connection: Connection,
  { kind, id, fields }: ListedItem,
  { rows }: ReadOptions,
): Promise<Fields> {
  if (kind === 'dataAction') return dataAction(connection, id);
  if (kind !== 'dataTable' || !rows) return fields;
  const path = `/api/v2/flows/datatables/${encodeURIComponent(id)}/rows`;
  return { ...fields, rows: await connection.all(path, { showbrief: 'false' }) };
}

async function dataAction(connection: Connection, id: string): Promise<Fields> {
  const path = `/api/v2/integrations/actions/${encodeURIComponent(id)}`;
  const action = await connection.get(`${path}?expand=contract&includeConfig=true`);
  const { config } = action;
  if (!isFields(config)) return action;
  const requestTemplate = await connection.text(`${path}/templates/requesttemplate.vm`);
  const successTemplate = await connection.text(`${path}/templates/successtemplate.vm`);
  return {
    ...action,
    config: {
      ...config,
      ...withTemplate('request', config, { requestTemplate }),
      ...withTemplate('response', config, { successTemplate }),
    },
  };
}

function withTemplate(part: string, config: Fields, template: Readonly<Record<string, string>>): Fields {
  const [text] = Object.values(template);
  const before = config[part];
  return text === '' ? {} : { [part]: { ...(isFields(before) ? before : {}), ...template } };
}

/** The published version of a flow as Architect writes it. */
async function exported(connection: Connection, { id, version = '', ...item }: ListedItem): Promise<string> {
  for (let jobs = 1; ; jobs++) {
    const job = await finishedJob(connection, id, version, itemLabel(item));
    const { status, downloadUrl } = job;
    if (status === 'Success' && typeof downloadUrl === 'string') return connection.download(downloadUrl);
    const messages = fieldsIn(job['messages']).map(({ text }) => textOf(text));
    // Too many requests show themselves so (read in Terraform's provider).
    const isBusy = messages.some((text) => text.includes('could not find the flow with id'));
    if (!isBusy || jobs === MOST_JOBS)
      throw notExported(itemLabel(item), messages.join(' ') || `status ${String(status)}`);
    await connection.pause(15_000 * jobs);
  }
}

async function finishedJob(connection: Connection, id: string, version: string, label: string): Promise<Fields> {
  const path = '/api/v2/flows/export/jobs';
  const begun = await connection.post(path, { flows: [{ flow: { id, version } }] });
  const until = connection.now + PATIENCE;
  for (let look = 0; ; look++) {
    const wait = LOOKS[Math.min(look, LOOKS.length - 1)] ?? 0;
    if (wait > 0) await connection.pause(wait);
    const job = await connection.get(`${path}/${encodeURIComponent(textOf(begun['id']))}?expand=messages`);
    if (job['status'] !== 'Started' && job['status'] !== 'Registered') return job;
    if (connection.now > until) throw notExported(label, `the export is not ready after ${PATIENCE / 1000} seconds`);
  }
}

const notExported = (label: string, why: string): FlowcdkError =>
  new FlowcdkError([
    {
      rule: 'flow-not-exported',
      severity: 'error',
      path: label,
      message: `the org does not export it: ${why}`,
      help: 'The same command tries again. A flow that Architect cannot export either has to be published anew.',
    },
  ]);
