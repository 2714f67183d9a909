// Lets Node load TypeScript: `node --require flowcdk/register src/main.ts`.
require('../bin/up-to-date.cjs');

process.setSourceMapsEnabled(true);
require('./hook.cjs');
