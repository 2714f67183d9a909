import { countOf, type Reporter } from './report';

/** For programs: `docs/check-json.md` and `docs/check-json.schema.json` say what is in it. */
export const json: Reporter = ({ findings, files }) =>
  JSON.stringify(
    {
      version: 1,
      summary: { files, errors: countOf(findings, 'error'), warnings: countOf(findings, 'warning') },
      findings,
    },
    null,
    2,
  );
