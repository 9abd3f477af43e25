// npx tsx test/regexps/record-proofs.ts: proves the regular expressions of the sources that are not on record yet.
import { writeFileSync } from 'node:fs';
import { collectRegExps } from './collect-regexps.js';
import { proofsOnRecord, RECORD, whyNotLinear, written } from './prove.js';

const before = proofsOnRecord();
const proved = new Set<string>();
for (const found of collectRegExps()) {
  const text = written(found);
  if (proved.has(text)) continue;
  const fault = before.has(text) ? undefined : whyNotLinear(found, 300_000);
  if (fault === undefined) proved.add(text);
  else console.error(`${found.at} ${text}: ${fault}`);
}
writeFileSync(RECORD, `${[...proved].sort().join('\n')}\n`);
console.log(`${proved.size} proved`);
