import { type YamlNode, type YamlScalar, keyName } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';
import { readI3 } from '../../src/i3/read-i3';
import { corpus, describeI3Corpus, i3Corpus } from '../private/corpus';

/*
 * Some flows were published twice: as an export, and as the YAML that Architect itself exported. The YAML that Flowcdk
 * makes of the export has to be that YAML. Its authors put placeholders into it, and some changed it later; each
 * difference stands here by name.
 */

const placeholder = /\{\{[^}]*\}\}/;

const textIn = (scalar: YamlScalar): string => scalar.text ?? String(scalar.value);

/** The differences between two flows. A placeholder of the twin stands for any text. */
function differences(own: YamlNode, twin: YamlNode, path = ''): readonly string[] {
  if (twin.kind === 'scalar') {
    const isSame = own.kind === 'scalar' && (textIn(own) === textIn(twin) || placeholder.test(textIn(twin)));
    return isSame ? [] : [path];
  }
  if (twin.kind === 'sequence') {
    if (own.kind !== 'sequence' || own.items.length !== twin.items.length) return [path];
    return twin.items.flatMap((item, i) => {
      const other = own.items[i];
      return other ? differences(other, item, `${path}[${i}]`) : [];
    });
  }
  return own.kind === 'mapping' ? differencesOfMaps(own, twin, path) : [path];
}

type Mapping = Extract<YamlNode, { kind: 'mapping' }>;

function differencesOfMaps(own: Mapping, twin: Mapping, path: string): readonly string[] {
  const [only] = twin.entries;
  const [single] = own.entries;
  // The name of a data action or a flow is a key of its own.
  if (only && single && twin.entries.length === 1 && own.entries.length === 1 && placeholder.test(textIn(only.key)))
    return differences(single.value, only.value, `${path}.*`);
  const step = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const inTwin = new Map(twin.entries.map(({ key, value }) => [keyName(key), value] as const));
  const inOwn = new Map(own.entries.map(({ key, value }) => [keyName(key), value] as const));
  return [
    ...[...inOwn.keys()].filter((name) => !inTwin.has(name)).map((name) => `+${step(name)}`),
    ...[...inTwin].flatMap(([name, value]) => {
      const other = inOwn.get(name);
      return other ? differences(other, value, step(name)) : [`-${step(name)}`];
    }),
  ];
}

/** The last steps of a path, which say enough. */
const short = (path: string): string => {
  const sign = /^[+-]/.exec(path)?.[0] ?? '';
  return sign + path.split('.').slice(-2).join('.').replace(/^[+-]/, '');
};

/** What an export never holds. */
const NOT_IN_EXPORTS = {
  division: 'the division is no part of an export',
  settingsPrompts: 'older exports do not say how prompts are validated; the exporter writes what is usual',
} as const;

interface Twin {
  readonly exported: string;
  readonly yaml: string;
  /** The last steps of the path of each difference, with its reason. */
  readonly known: Readonly<Record<string, string>>;
}

const LATER = 'the twin was changed by hand, or exported at another time';

const twins: readonly Twin[] = [
  {
    exported: 'Orbit - Parked Call Retrieval.i3InboundFlow',
    yaml: 'genesys-cloud-call-park__Orbit-Parked_Call_Retrieval',
    known: {
      '+category.Orbit Data Actions Oauth Integration': 'the integration was renamed in the twin, to OAuth',
      '-category.Orbit Data Actions OAuth Integration': 'the integration was renamed in the twin, to OAuth',
    },
  },
  {
    exported: 'Default In-Queue Flow.i3InQueueFlow',
    yaml: 'genesys-cloud-call-park__Default_In-Queue_Flow',
    known: {},
  },
  {
    exported: 'Call Park - Agent Inbound Flow.i3InboundFlow',
    yaml: 'genesys-cloud-call-park__CallPark-Agent_Inbound_Flow',
    known: {},
  },
  {
    exported: 'Switch to Web Messaging via SMS.i3InQueueFlow',
    yaml: 'switch-voice-to-web-messaging__Switch_to_Web_Messaging_via_SMS',
    known: { '+inqueueCall.description': LATER, 'value.lit': LATER },
  },
  {
    exported: 'MergeExternalContactMessageFlow.i3InboundMessage',
    yaml: 'merge-ephemeral-message-to-external-contact-blueprint__MergeExternalContactMessageFlow',
    known: {},
  },
  {
    exported: 'ResolveContact.i3CommonModuleFlow',
    yaml: 'send-message-transcript-by-email__resolve-contact',
    known: {
      'commonModule.description': LATER,
      '-callData.timeout': 'the export marks the timeouts as out of service, because the suggested ones apply',
    },
  },
  {
    exported: 'SchedulingBot.i3BotFlow',
    yaml: 'scheduling-bot-blueprint__SchedulingBot',
    known: {},
  },
  {
    exported: 'SchedulingBotInboundMessageFlow.i3InboundMessage',
    yaml: 'scheduling-bot-blueprint__SchedulerBotInboundMessageFlow',
    known: { 'inboundShortMessage.startUpRef': LATER, 'state.refId': LATER },
  },
  {
    exported: 'DevOpsKnowledgeInbound_v2-0.i3InboundMessage',
    yaml: 'web-messaging-chatbot-with-knowledge-base__DevOpsKnowledgeInbound_v1-0',
    known: { 'inboundShortMessage.startUpRef': LATER, 'state.refId': LATER },
  },
  {
    exported: 'Terminate Outbound Call Missing Queue with PSTN Call Leg Check.i3WorkFlow',
    yaml: 'terminate-voice-calls-with-no-queue__Terminate_Outbound_Call_Missing_Queue_with_PSTN_Call_Leg_Check',
    known: { 'workflow.variables': LATER },
  },
];

const nodeOf = (text: string): YamlNode => {
  const { root, problems } = parseYaml(text);
  if (!root) throw new Error(problems[0]?.message);
  return root;
};

describeI3Corpus('the YAML of an export is that of its twin', () => {
  test.each(twins)('$exported', ({ exported, yaml, known }) => {
    const bytes = i3Corpus.get(exported) ?? new Uint8Array();
    const twin = corpus.get(`GenesysCloudBlueprints__${yaml}.yaml`) ?? '';
    const all = differences(nodeOf(readI3(bytes, exported).export?.text ?? ''), nodeOf(twin));
    const notHeld = (path: string): boolean => Object.keys(NOT_IN_EXPORTS).some((key) => path.endsWith(`.${key}`));
    const others = [...new Set(all.filter((path) => !(path.startsWith('-') && notHeld(path))).map(short))];

    expect(others.sort()).toEqual(Object.keys(known).sort());
  });
});
