import { disconnect } from '../architect/actions/disconnect';
import { endTask } from '../architect/actions/end-task';
import { holdMusic } from '../architect/actions/hold-music';
import { playAudio } from '../architect/actions/play-audio';
import { typeNamed } from '../architect/expressions';
import { inboundCall, secureCall } from '../architect/flows/call-flows';
import { commonModule } from '../architect/flows/common-module';
import { task } from '../architect/flows/containers';
import { flowYaml } from '../architect/flows/definition';
import { inqueueCall } from '../architect/flows/in-queue-flows';
import { type Declarations, minutes, type Type, variableKinds, type VariableKind } from '../architect/types';
import { voiceFlows } from '../ground/flow-kinds';
import { inventedOfType, type Invention } from './invented';
import type { NamedThing, Use } from './named-things';

/**
 * The YAML of a flow that stands in for one that no file holds. A call flow says its name and hangs up, an in-queue
 * flow plays music, a common module gives invented outputs. Undefined for flows that a call cannot enter.
 */
export function stubFlow({ type, name, use }: NamedThing, invention: Invention): string | undefined {
  const greeting = () => task('Say its name', [playAudio('Say its name', `This is the flow ${name}.`), disconnect()]);
  switch (type) {
    case 'INBOUNDCALL':
      return flowYaml(inboundCall({ name, startUp: greeting }));
    case 'SECURECALL':
      return flowYaml(secureCall({ name, startUp: greeting }));
    case 'INQUEUECALL':
      return flowYaml(inqueueCall({ name, actions: () => [holdMusic('Music', { duration: minutes(1) })] }));
    case 'COMMONMODULE':
      return flowYaml(
        commonModule({
          name,
          compatibleFlowTypes: [voiceFlows[0], 'workflow', ...voiceFlows.slice(1)],
          inputs: declarationsOf(use?.inputs),
          outputs: declarationsOf(use?.outputs, invention),
          actions: () => [endTask()],
        }),
      );
    default:
      return undefined;
  }
}

/** The parameters of a common module as its callers use them. Where their type is not known it is text. */
const declarationsOf = (parameters: Use['inputs'] = new Map(), invention?: Invention): Declarations =>
  Object.fromEntries(
    [...parameters].map(([name, type = 'string']) => {
      const bare = name.replace(/^Common\./i, '');
      return [bare, declared(type, bare, invention)];
    }),
  );

function declared(type: string, name: string, invention: Invention | undefined): Type<unknown> {
  const { kind = 'string', collection = false } = typeNamed(type) ?? {};
  const known = (variableKinds as readonly string[]).includes(kind) ? (kind as VariableKind) : 'string';
  const initial = invention && inventedOfType(known, name, invention);
  const isPlain = known === 'string' || known === 'integer' || known === 'boolean' || known === 'decimal';
  return { kind: known, collection, ...(isPlain && !collection && initial !== undefined ? { initial } : {}) };
}
