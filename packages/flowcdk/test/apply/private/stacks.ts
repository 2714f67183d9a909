import type { Request, Response, Send } from '../../../src/apply';
import { applyStack, type ApplyOptions, type Stack } from '../../../src/apply';
import { FlowcdkError, findingText } from '../../../src/ground/finding';
import type { LocalOrg } from '../../emulator/private/local-org';

type Json = NonNullable<Stack['json'][string]>;

/** A stack of these resources, `{ type: { name: values } }`, with these files beside it. */
export const stack = (
  resource: Record<string, Record<string, Json>>,
  others: Record<string, Json> = {},
  files: Readonly<Record<string, string | Buffer>> = {},
): Stack => ({ name: 'test', json: { resource, ...others }, file: fileOf(files) });

/** Files by their paths, as a stack has them beside it. */
export const fileOf =
  (files: Readonly<Record<string, string | Buffer>>): Stack['file'] =>
  (path) => {
    const content = files[path];
    return content === undefined ? undefined : Buffer.from(content);
  };

/** Carries requests to an org in this process and remembers them. */
export function sending(org: LocalOrg): { readonly send: Send; readonly requests: Request[] } {
  const requests: Request[] = [];
  const send: Send = async (request): Promise<Response> => {
    requests.push(request);
    const { method, path, body, headers } = request;
    const answer = await org.send(method, path, body, headers);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    return { status: answer.status, headers: answer.headers, body: text };
  };
  return { send, requests };
}

/** What an apply did: `created genesyscloud_routing_skill.s`. */
export async function did(applied: Stack, org: LocalOrg, options: Partial<ApplyOptions> = {}) {
  const { send, requests } = sending(org);
  const { steps, state, outputs } = await applyStack(applied, { send, ...options });
  return { steps: steps.map((step) => `${step.did} ${step.address}`), state, outputs, requests };
}

/** What is wrong, in words. */
export async function refusalOf(applied: Promise<unknown>): Promise<string> {
  try {
    await applied;
  } catch (problem) {
    if (problem instanceof FlowcdkError) return problem.findings.map(findingText).join('\n');
    throw problem;
  }
  return 'nothing is wrong';
}
