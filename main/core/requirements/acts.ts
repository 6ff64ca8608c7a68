import { splitOutside } from './split-outside.ts';
import { beginsWithBaseVerb, beginsWithDoing, beginsWithGerund, isBareVerb } from './verbs.ts';

/**
 * "lead a team, handle complaints and cash up": three acts. A verb without an object shares that of the next ("assess
 * and plan care"), and what is not a verb belongs to what stands before it.
 */
export function actsOf(all: string): readonly string[] {
  const told = all
    .replace(/^to\s+/iu, '')
    .replace(/\bline manage\b/giu, 'line-manage')
    .replace(/(?<=,\s+(?:and\s+)?|\sand\s+)(?:you(?:['’]ll|\s+will)|will)\s+(?:also\s+)?(?=\p{L})/giu, '');
  const parts = splitOutside(told, /(?:,\s+(?:and\s+|as well as\s+)?|\s+and\s+(?=\p{L}+(?:\s|$))|\s*;\s*)(?=\S)/u);
  const acts: string[] = [];
  let rest = told;
  for (const part of parts) {
    const at = rest.indexOf(part);
    const glue = rest.slice(0, at);
    rest = rest.slice(at + part.length);
    const last = acts.at(-1);
    // Acts told one after the other have one form: "washing" is no third act in "help with dressing, washing".
    const begins =
      /^(?:for|to)\s+\p{L}+/iu.test(part) ||
      (beginsWithBaseVerb(told)
        ? beginsWithBaseVerb(part) || isOtherAct(part)
        : beginsWithGerund(part) || beginsWithDoing(part));
    if (last === undefined || (begins && !isOpenEnded(last))) acts.push(part);
    else acts[acts.length - 1] = `${last}${glue}${part}`;
  }
  return acts.map((act) => act.replace(/^(?:for|to|the)\s+(?=\p{L}+)/iu, '')).filter((act) => act !== '');
}

/** "…, managing a team of four": with an object of its own behind it, another act whatever its form. */
function isOtherAct(part: string): boolean {
  return (
    beginsWithGerund(part) && /^\p{L}+ing\s+(?:an?|the|our|your|all|its|their|daily|weekly|monthly)\s/iu.test(part)
  );
}

/** The last part is a verb that still waits for its object. */
function isOpenEnded(act: string): boolean {
  if (/^\p{L}+ing\s+and\s+\p{L}+ing$/iu.test(act)) return false;
  return isBareVerb(act.split(/,\s+|\s+and\s+/u).at(-1) ?? act);
}
