import { defined } from '../ground/defined';
import type { Addressed, Definition } from '../architect/definition';
import type { LaunchableWorkflow } from '../architect/flows/workflow';
import type { YamlFlow } from '../architect/flows/yaml-flow';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import {
  type Declarations,
  type DurationLiteral,
  inMilliseconds,
  type Json,
  type Type,
  type TypeOf,
} from '../architect/types';
import type { Finding } from '../ground/finding';
import { eventOf, type FieldsOf } from './criteria';
import { definitionsInCriteria, type MatchCriterion } from './match-criteria';
import type { Topic } from './topic';
import { triggerProblems } from './trigger-problems';

/**
 * How a workflow gets an event: every plain field as the input of the same name, or the whole event as the one input
 * `jsonData` (documented).
 */
export type DataFormat = 'TopLevelPrimitives' | 'Json';

/** What starts a workflow when an event happens. */
export interface Trigger extends Definition, HasOrigin {
  readonly definition: 'trigger';
  readonly topic: Topic;
  readonly matchCriteria: readonly MatchCriterion[];
  readonly target: LaunchableWorkflow;
  readonly dataFormat: DataFormat;
  readonly eventTtlSeconds?: number;
  readonly delayBySeconds?: number;
  readonly enabled: boolean;
  readonly description?: string;
  /** Its target, and what its criteria compare with the ids of. */
  readonly uses: readonly Definition[];
  readonly problems: readonly Finding[];
}

/** Either a late event is dropped, or the launch is delayed on purpose; never both. */
type Timing =
  | {
      /** Older events are dropped; at least 10 s. @default events never get too old */
      readonly eventTtl?: DurationLiteral | undefined;
      readonly delayBy?: undefined;
    }
  | {
      readonly eventTtl?: undefined;
      /** From the event to the launch, 60 to 900 s. @default at once, which takes a few seconds */
      readonly delayBy?: DurationLiteral | undefined;
    };

/** What a trigger is made of: a topic, the criteria, the workflow it starts and when. */
export type TriggerProps<F extends Declarations, In extends Declarations, Format extends DataFormat> = Timing &
  Addressed & {
    /** Shown in the organisation. */
    readonly name: string;
    readonly topic: Topic<F>;
    /**
     * Which events count; all conditions must hold.
     * @default every event
     */
    readonly when?: ((event: FieldsOf<NoInfer<F>>) => readonly MatchCriterion[]) | undefined;
    /** The workflow; its inputs are fields of the event, or one is `jsonData`. */
    readonly target: (LaunchableWorkflow<In> & Fed<NoInfer<F>, NoInfer<In>, NoInfer<Format>>) | YamlFlow;
    /** @default 'TopLevelPrimitives' */
    readonly dataFormat?: Format | undefined;
    /** @default true */
    readonly enabled?: boolean | undefined;
    readonly description?: string | undefined;
  };

/** What the compiler asks of a target: nothing, or something that names what is wrong with it. */
type Fed<F extends Declarations, In, Format> = Format extends 'Json' ? FedByJson<In> : FedByFields<F, In>;

/** The event goes to `jsonData`. The workflow may have other inputs for whoever else starts it (documented). */
type FedByJson<In> = In extends { readonly jsonData: Type<Json> }
  ? unknown
  : { readonly 'an input must be': 'jsonData: json()' };

type FedByFields<F extends Declarations, In> = string extends keyof F
  ? unknown
  : [Unfed<F, In>] extends [never]
    ? unknown
    : { readonly 'the event does not have these inputs, or not of these types': Unfed<F, In> };

type Unfed<F extends Declarations, In> = {
  [K in keyof In]: K extends keyof F
    ? PrimitiveOf<F[K]> extends never
      ? K
      : [PrimitiveOf<F[K]>] extends [TypeOf<In[K]>]
        ? never
        : K
    : K;
}[keyof In];

/** The type of a field that can become an input; `never` for lists, objects and JSON. */
type PrimitiveOf<D> = TypeOf<D> extends infer T ? (T extends readonly unknown[] | Json ? never : T) : never;

/**
 * Declares a trigger.
 *
 * The same event may come twice or never (the platform documents neither). The workflow must cope with both.
 *
 * @example
 * ```ts
 * trigger({
 *   name: 'Report finished call',
 *   topic: conversationAcw,
 *   when: (event) => [equal(event.mediaType, 'VOICE')],
 *   target: reportFinishedCall,
 * });
 * ```
 * ```
 * topic_name      v2.detail.events.conversation.{id}.acw
 * match_criteria  [{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]
 * ```
 */
export function trigger<
  F extends Declarations,
  In extends Declarations,
  Format extends DataFormat = 'TopLevelPrimitives',
>(props: TriggerProps<F, In, Format>): Trigger {
  const { name, topic, target, eventTtl, delayBy, description, address } = props;
  const origin = definedBy(trigger);
  const event = eventOf((topic.fields ?? {}) as F);
  const parts = defined({
    name,
    topic,
    matchCriteria: Object.freeze([...(props.when?.(event) ?? [])]),
    target: target as LaunchableWorkflow,
    dataFormat: (props.dataFormat ?? 'TopLevelPrimitives') as DataFormat,
    eventTtlSeconds: eventTtl && inMilliseconds(eventTtl) / 1000,
    delayBySeconds: delayBy && inMilliseconds(delayBy) / 1000,
    enabled: props.enabled ?? true,
    description,
    address,
  });
  return Object.freeze({
    [ORIGIN]: origin,
    definition: 'trigger',
    ...parts,
    uses: Object.freeze([parts.target, ...definitionsInCriteria(parts.matchCriteria)]),
    problems: Object.freeze(triggerProblems(parts, sourceLine(origin))),
  });
}
