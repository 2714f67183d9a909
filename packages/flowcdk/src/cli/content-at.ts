import type { Command } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentOfFlows, onlyFlows } from '../compare';
import { FlowcdkError } from '../ground/finding';
import {
  contentOfFolder,
  localAddress,
  MANIFEST,
  type OrgContent,
  PulledFolder,
  readContent,
  regionAddress,
} from '../pull';
import { connectionTo } from './org-connection';

/** What an org or a folder holds. */
export interface ContentAt {
  readonly content: OrgContent;
  /** Whether the place holds files of flows and nothing else. Other things are then not compared. */
  readonly flowsOnly: boolean;
}

export const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

/** The content of a folder: of one that `flowcdk pull` wrote, or of files of flows. */
export function contentInFolder(folder: string, command: Command): ContentAt {
  if (!isFolder(folder)) command.error(`error: there is no folder ${folder}`, { exitCode: 2 });
  if (existsSync(join(folder, MANIFEST)))
    return { content: contentOfFolder(PulledFolder.open(folder)), flowsOnly: false };
  const content = contentOfFlows(folder);
  if (content.items.size === 0)
    command.error(`error: the folder ${folder} holds no flows, and "flowcdk pull" did not write it`, { exitCode: 2 });
  return { content, flowsOnly: true };
}

/** The content of a folder, a region or an address. */
async function contentAt(place: string, command: Command): Promise<ContentAt> {
  if (isFolder(place)) return contentInFolder(place, command);
  const address = regionAddress(place) ?? localAddress(place);
  if (address) return { content: await readContent(connectionTo(address, command)), flowsOnly: false };
  return command.error(`error: '${place}' is no folder, no region, and no address such as http://127.0.0.1:8083`, {
    exitCode: 2,
  });
}

/**
 * The content of two places.
 *
 * @throws FlowcdkError with what is wrong with both
 */
export async function contentsAt(
  places: readonly [string, string],
  command: Command,
): Promise<readonly [ContentAt, ContentAt]> {
  const left = await contentOrFindings(places[0], command);
  const right = await contentOrFindings(places[1], command);
  if ('content' in left && 'content' in right) return [left, right];
  throw new FlowcdkError([left, right].flatMap((side) => ('content' in side ? [] : side.findings)));
}

async function contentOrFindings(place: string, command: Command): Promise<ContentAt | FlowcdkError> {
  try {
    return await contentAt(place, command);
  } catch (problem) {
    if (problem instanceof FlowcdkError) return problem;
    throw problem;
  }
}

/** Both sides, without what one side cannot hold. */
export const comparable = (left: ContentAt, right: ContentAt): readonly [OrgContent, OrgContent] =>
  left.flowsOnly || right.flowsOnly
    ? [onlyFlows(left.content), onlyFlows(right.content)]
    : [left.content, right.content];
