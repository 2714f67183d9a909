import type { LoggedEvent } from '../../emulator/runtime/events';
import { fieldsOf, isObject, itemsOf, type Json, type JsonObject, textOf } from '../../emulator/state/json';
import { runModel, type RunModel, type RunStep } from './run-model';

/**
 * A run from the execution data of an org (`GET /api/v2/flows/instances/{id}`). The local org gives its events, so the
 * page is the same as after a call. What a cloud org gives for a single item is not documented; each becomes a step
 * with everything that it says.
 */
export function fetchedRun(data: JsonObject): RunModel {
  const items = itemsOf(data['execution']).filter(isObject);
  const flow = textOf(data['flowName']) ?? 'a flow';
  const title = `${flow}, ${textOf(data['executionId']) ?? ''}`;
  if (items.length > 0 && items.every(isLogged)) return runModel(items as unknown as readonly LoggedEvent[], title);
  const moments = items.map((item) => momentOf(item));
  const began = Date.parse(textOf(data['startDateTime']) ?? '') || (moments.find((at) => at !== undefined) ?? 0);
  const ends = ['errors', 'warnings'].flatMap((name) => itemsOf(data[name]).map((problem) => problemStep(problem)));
  return {
    title,
    began,
    lanes: ['Flow', flow],
    executions: [{ flow, kind: textOf(data['flowType']) ?? '' }],
    steps: [...items.map((item, i) => itemStep(item, Math.max(0, (moments[i] ?? began) - began))), ...ends],
  };
}

const isLogged = (item: JsonObject): boolean =>
  typeof item['type'] === 'string' && typeof item['at'] === 'number' && typeof item['number'] === 'number';

function momentOf(item: JsonObject): number | undefined {
  const text = textOf(item['dateTime']) ?? textOf(item['startDateTime']) ?? textOf(item['timestamp']);
  const at = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** Items of the cloud have one field that names their kind, with the rest in it. */
function itemStep(item: JsonObject, at: number): RunStep {
  const [kind, inner] = Object.entries(item).find(([, value]) => isObject(value)) ?? ['item', item];
  const name = textOf(fieldsOf(inner)['actionName']) ?? textOf(fieldsOf(inner)['name']) ?? '';
  return {
    at,
    lane: 1,
    text: [kind, name].filter((word) => word !== '').join(': '),
    tone: /fail|error/i.test(kind) ? 'bad' : 'plain',
    execution: 0,
    content: item as Readonly<Record<string, Json>>,
  };
}

const problemStep = (problem: Json): RunStep => ({
  at: 0,
  lane: 1,
  text: textOf(fieldsOf(problem)['message']) ?? JSON.stringify(problem),
  tone: 'bad',
  execution: 0,
});
