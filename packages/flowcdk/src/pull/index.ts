export { Connection, type ConnectionOptions, type Credentials, type Exchange, type OrgAnswer } from './connection';
export { contentKinds, type ContentKind, type Item, itemKey, itemLabel, kindWords, type ListedItem } from './content';
export { MANIFEST, type Pulled, PulledFolder } from './folder';
export { localAddress, type OrgAddress, regionAddress, regions } from './org-address';
export { pull, type PullOptions, type PullResult } from './pull';
export { contentOfFolder, type OrgContent, readContent } from './read-content';
export { allowedRequests, type AllowedRequest } from './requests';
