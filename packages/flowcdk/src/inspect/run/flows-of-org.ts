import { type FlowFile, readFile } from '../../check/project';
import type { Org } from '../../emulator/state/org';

/** The flows that an org runs, each as the YAML of its newest version. */
export const flowsOfOrg = (org: Org): readonly FlowFile[] =>
  org.all('flow').flatMap(({ id, name, versions }) => {
    const version = org.get('flowVersion', `${id}/${String(versions)}.0`);
    return version ? [readFile(name, version.yaml)] : [];
  });
