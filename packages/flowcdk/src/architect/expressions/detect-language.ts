/**
 * Guesses the language of a text by its script, or by its most common small words. The platform uses a server. This
 * guess replaces it and knows the languages that are most frequent in contact centres.
 */

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/],
  ['ko', /[\uac00-\ud7af]/],
  ['zh', /[\u4e00-\u9fff]/],
  ['ar', /[\u0600-\u06ff]/],
  ['he', /[\u0590-\u05ff]/],
  ['th', /[\u0e00-\u0e7f]/],
  ['el', /[\u0370-\u03ff]/],
  ['hi', /[\u0900-\u097f]/],
  ['ru', /[\u0400-\u04ff]/],
];

const smallWords: Readonly<Record<string, string>> = {
  en: 'the a an and is are to of in this that it you for with our we be have not on should was what test',
  de: 'der die das und ist ein eine zu von in den mit sich auf für nicht dass sollte dies wir unsere sie ich es',
  fr: 'le la les un une et est de des du à en que ce ceci notre nous vous pour dans pas qui il je devrait sont',
  es: 'el la los las un una y es de del que en nuestro nuestra para con no por esto este esta se su yo usted debería',
  it: 'il lo la gli un una e è di del che in questo questa nostra nostro per con non si sono io dovrebbe della',
  pt: 'o a os as um uma e é de do da que em não para com nosso nossa isto este esta se por você deve no na',
  nl: 'de het een en is van in dat dit voor met niet op te ons onze zijn wij ik je moet aan',
  pl: 'i w na jest to nie się z do że ten nasza nasz być co jak dla po o jestem',
  sv: 'och är en ett att det i som på för med inte av vår vi jag den detta ska',
  da: 'og er en et at det i som på for med ikke af vores vi jeg den dette skal',
  tr: 'bir ve bu için ile mi değil çok bizim ben da de olarak gibi test',
};

const languagesOfWord = new Map<string, readonly string[]>();
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(' ')) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language]);
}

const LONGEST_SAMPLE = 2000;

/** A two-letter code, or `undefined` where the text gives no hint. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, LONGEST_SAMPLE).toLowerCase();
  const script = scripts.find(([, letters]) => letters.test(sample));
  if (script !== undefined) return script[0];
  const scores = new Map<string, number>();
  for (const word of sample.split(/[^\p{L}]+/u)) {
    for (const language of languagesOfWord.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  const best = [...scores].reduce<readonly [string | undefined, number]>(
    (most, entry) => (entry[1] > most[1] ? entry : most),
    [undefined, 0],
  );
  return best[0];
}
