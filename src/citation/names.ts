// Who wrote an article, as printed, and as citations need it: `Jane Doe` is a person whose family name is Doe,
// `Harbour desk` is no person. A name is a person's unless it says otherwise or the keeper does; one whose parts
// cannot be told stays as it is. A keeper settles the parts by writing `Doe, Jane`.

import { isBody, isFirm } from './bodies.ts';
import type { CslName } from './news-item.ts';

export type AuthorType = 'person' | 'organization';

/** What is known of a name beside itself. */
export interface NameContext {
  /** What the keeper says of it. */
  type?: AuthorType | undefined;
  /** Of the article (BCP 47): Hungarians and Vietnamese write the family name first. */
  language?: string | undefined;
}

/** Generational suffixes, which stay with a name. */
const suffix = /^(?:Jr|Sr|Jnr|Snr)\.?$|^(?:II|III|IV)$/;

/** Those that are part of the family name: `Cândido Portinari Filho`. */
const familySuffix = /^(?:Filho|Neto|Júnior|Sobrinho)$/u;

/** Titles before a name. Citations leave them out (Chicago Manual of Style, 17th edition, 14.73; APA, 7th edition, 9.8). */
const title =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Rev|Mme|Mlle|Sra|Srta|Mevr|Drs|MUDr|JUDr|PhDr|RNDr|Δρ)\.?|(?:Hon|Capt|Col|Gen|Lt|Maj|Sgt|Cmdr|Adm|Sen|Rep|Gov|Mgr|Msgr|Fr|Ing|Dipl|Dipl\.-Ing|Mag|Sr|Dña|Dott|Dott\.?ssa|Sig|Sig\.?ra|Avv|Dhr|Ir|doc|inż|д-р|проф|г-н|г-жа|κ)\.|Sir|Dame|Lady|Lord|Professor|Professorin|Doctor|Captain|Colonel|Senator|Rabbi|Sheikh|Father|Sister|Bishop|Herr|Frau|Doña|Sayın|Maître)$/u;

/** What follows a name after a comma and is no part of it: degrees and honours, offices, where somebody works. */
const degree =
  /^(?:Ph\.?\s?D|M\.?\s?D|D\.?Phil|M\.?\s?A|B\.?\s?A|M\.?\s?Sc|B\.?\s?Sc|MBA|LL\.?[BMD]|J\.?D|Ed\.?D|R\.?N|CPA|Esq|[OCMKD]BE|KBE|DBE|MP|MEP|MdB|MdL|QC|KC|S\.?J|O\.?P|O\.?S\.?B|FRS|P\.?E)\.?$/u;
const office =
  /(?<!\p{L})(?:editor|editors|director|directora|manager|president|présidente?|presidente|chair(?:man|woman|person)?|secretary|minister|ministra?|governor|mayor|spokes(?:man|woman|person)|correspondents?|reporter|journalist|journaliste|periodista|giornalista|columnist|writer|photographer|photographe|fotógraf[oa]|fotograf|producer|analyst|professor|lecturer|fellow|attorney|lawyer|engineer|officer|head|chief|founder|co-founder|author|duchess|duke|countess|count|earl|baron(?:ess)?|marquess|marchioness|viscount(?:ess)?|prince(?:ss)?|queen|king|bishop|archbishop|cardinal|chefredakteur(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|leiter(?:in)?|rédact(?:eur|rice)|directeur|directrice|correspondante?|redactora?|corresponsal|direttore|direttrice|corrispondente|redacteur|correspondente|diretora?|редактор|корреспондент|директор)(?!\p{L})/iu;

/** Those that alone are no given name, where one word stands before the comma. */
const job =
  /^(?:editor|reporter|correspondent|journalist|redakteur(?:in)?|rédact(?:eur|rice)|redactora?)$/i;

/** Particles that begin a family name though they have a capital: `Ursula Von Der Leyen`. */
const particle =
  /^(?:Van|Von|Vom|Zu|Zur|De|Del|Della|Dello|Der|Den|Di|Da|Dal|Das|Dos|Du|Des|La|Le|Lo|Al|El|Bin|Bint|Ibn|Ter|Ten|Tot|Mac|Mc|Nic|Ní|Ó|Ua|Af|Av)$/u;

/** Words that join two family names: `José Ortega y Gasset`. */
const joining = /^(?:y|e|i|und)$/u;

/** Scripts in whose names a blank parts given from family name. */
const divisible =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{M}\s.,'’ʼ·-]+$/u;

/** Languages whose names begin with the family name. */
const familyNameFirst = /^(?:hu|vi)\b/i;

/** Whether a name is a person's or a body's. */
export function authorType(printed: string, { type }: NameContext = {}): AuthorType {
  return type ?? (isCollective(printed) ? 'organization' : 'person');
}

/** Whether a name says that it is an agency's, a desk's or another body's. */
export function isCollective(printed: string): boolean {
  const name = oneLine(printed);
  const [first = '', second = ''] = name.split(/,\s*/);
  return isBody(first) || isFirm(name) || (second === '' && isBody(name));
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Reads a name as printed. */
export function parseName(printed: string, context: NameContext = {}): CslName {
  const name = oneLine(printed);
  if (authorType(name, context) === 'organization' || !divisible.test(name)) {
    return { literal: name };
  }
  const [first = '', ...more] = name.split(/,\s*/).filter((part) => part !== '');
  const whole = /\s/.test(first);
  const kept = more.filter(
    (part) =>
      !degree.test(part) && !job.test(part) && !(whole && (office.test(part) || isBody(part))),
  );
  const [second, third, ...others] = kept;
  if (second === undefined) return divide(first, context) ?? { literal: first };
  if (others.length > 0) return { literal: name };
  if (third === undefined) {
    if (!suffix.test(second)) return withoutTitles(first, second);
    const divided = divide(first, context);
    return divided ? { ...divided, suffix: second } : { literal: name };
  }
  return suffix.test(second)
    ? { ...withoutTitles(first, third), suffix: second }
    : { ...withoutTitles(first, second), suffix: third };
}

type PersonName = Exclude<CslName, { literal: string }>;

const withoutTitles = (family: string, given: string): PersonName => ({
  family,
  given: dropTitles(given.split(' ')).join(' ') || given,
});

function dropTitles(names: readonly string[]): string[] {
  const start = names.findIndex((word) => !title.test(word));
  return start === -1 ? [] : names.slice(start);
}

/** Divides a name without a comma; none where it has one part only. */
function divide(name: string, { language = '' }: NameContext): PersonName | undefined {
  let parts = dropTitles(name.split(' '));
  while (parts.length > 2 && degree.test(parts.at(-1) ?? '')) parts = parts.slice(0, -1);
  const end = parts.at(-1) ?? '';
  const generation = suffix.test(end) && parts.length > 2 ? { suffix: end } : {};
  if ('suffix' in generation) parts = parts.slice(0, -1);
  if (parts.length < 2) return undefined;
  if (familyNameFirst.test(language)) {
    return { family: parts[0] ?? '', given: parts.slice(1).join(' '), ...generation };
  }
  const cut = familyStart(parts);
  return {
    family: parts.slice(cut).join(' '),
    given: parts.slice(0, cut).join(' '),
    ...generation,
  };
}

/** Where the family name begins: at its last word, or at the particles and joined names before that. */
function familyStart(parts: readonly string[]): number {
  const last = parts.length - (familySuffix.test(parts.at(-1) ?? '') && parts.length > 2 ? 2 : 1);
  // Whoever writes all of a name small has no particles.
  if (parts.every((part) => /^\p{Ll}/u.test(part))) return last;
  const begins = parts.findIndex(
    (part, i) => i > 0 && i < parts.length - 1 && (/^\p{Ll}/u.test(part) || particle.test(part)),
  );
  if (begins === -1) return last;
  return joining.test(parts[begins] ?? '') && begins > 1 ? begins - 1 : begins;
}

/** `Doe, Jane` and `King, Martin Luther, Jr.`, as lists are sorted. */
export function familyFirst(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** As `familyFirst`, for formats in which a comma parts names: none may stay in a name that has no parts. */
export const familyFirstByCommas = (name: CslName): string =>
  'literal' in name ? name.literal.replace(/\s*,\s*/g, ' – ') : familyFirst(name);

/** `Jane Doe`, as one speaks. */
export function givenFirst(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}
