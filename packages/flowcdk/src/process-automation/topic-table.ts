import type { Topic } from './topic';
import * as all from './topics';

/** Every topic Flowcdk knows; an organisation may have more. */
export const topics: readonly Topic[] = Object.freeze(Object.values<Topic>(all));

const byName = new Map(topics.map((topic) => [topic.name, topic] as const));

/**
 * A topic that Flowcdk knows by its name; undefined for one it does not know.
 *
 * @example
 * ```ts
 * topicByName('v2.detail.events.conversation.{id}.acw'); // conversationAcw
 * ```
 */
export const topicByName = (name: string): Topic | undefined => byName.get(name);

/** The topic of a real event, whose name has an id where the topic has its placeholder. */
export const topicOfEvent = (eventTopic: string): Topic | undefined =>
  byName.get(eventTopic) ?? topics.find((topic) => patternOf(topic).test(eventTopic));

const patternOf = ({ name }: Topic): RegExp =>
  new RegExp(
    `^${name
      .split('{id}')
      .map((part) => part.replace(/\./g, '\\.'))
      .join('[^.]+')}$`,
  );
