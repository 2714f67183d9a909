import { boundedFindings } from '../../ground/bounded-findings';
import { countOf, type Reporter } from './report';

/** For programs: `docs/check-json.md` and `docs/check-json.schema.json` say what is in it. */
export const json: Reporter = ({ findings, files, most }) => {
  const { shown, more } = boundedFindings(findings, most);
  return JSON.stringify(
    {
      version: 1,
      summary: { files, errors: countOf(findings, 'error'), warnings: countOf(findings, 'warning') },
      findings: shown,
      ...(more.length > 0 ? { more } : {}),
    },
    null,
    2,
  );
};
