import { fieldsOf, isObject, itemsOf, type JsonObject } from '../emulator/state/json';
import type { FlowFile } from '../check/project';
import { EXIT } from './exit-code';
import { tokenOf } from './org-token';
import { complain } from './output';

/** Which run is fetched, and from where. */
export interface FetchedExecution {
  readonly execution: string;
  readonly org: string;
  readonly token?: string | undefined;
  /** The flows whose diagrams the page has. */
  readonly files: readonly FlowFile[];
}

/** The longest time for an answer. Milliseconds. */
const PATIENCE = 30_000;

/** The page of a run that an org keeps. Tells what is wrong where there is none. */
export async function executionPage({
  execution,
  org,
  token: option,
  files,
}: FetchedExecution): Promise<string | undefined> {
  const { token = 'local', problem } = tokenOf(option);
  if (problem !== undefined) return refused(problem, EXIT.wrongUse);
  const data = await fetched(
    `${org.replace(/\/+$/, '')}/api/v2/flows/instances/${encodeURIComponent(execution)}`,
    token,
  );
  if (typeof data === 'string') return refused(data, EXIT.findings);
  const whole = await downloaded(data, org, token);
  if (typeof whole === 'string') return refused(whole, EXIT.findings);
  const { fetchedRun } = await import('../inspect/run/fetched-run');
  const { runPage } = await import('../inspect/run');
  return runPage(fetchedRun(whole), files);
}

function refused(message: string, code: number): undefined {
  complain(`flowcdk inspect: ${message}.`);
  process.exitCode = code;
  return undefined;
}

/** An org may answer with the address of the data. Another host than the org itself does not get the token. */
async function downloaded(data: JsonObject, org: string, token: string): Promise<JsonObject | string> {
  const [first] = itemsOf(data['entities']);
  const downloadUri = data['downloadUri'] ?? fieldsOf(first)['downloadUri'];
  if (typeof downloadUri !== 'string' || data['execution'] !== undefined) return data;
  if (!URL.canParse(downloadUri)) return 'the org gives no address of the execution data';
  const isOwn = new URL(downloadUri).origin === new URL(org).origin;
  return fetched(downloadUri, isOwn ? token : undefined);
}

/** The execution data, or why there is none. A message never repeats the token. */
async function fetched(url: string, token: string | undefined): Promise<JsonObject | string> {
  try {
    const answer = await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && isObject(body)) return body;
    const reason = isObject(body) && typeof body['message'] === 'string' ? `: ${body['message']}` : '';
    return `${url} answered ${answer.status}${reason}`;
  } catch (problem) {
    return `${url} cannot be reached: ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
