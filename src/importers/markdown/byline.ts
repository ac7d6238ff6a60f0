// The line under a headline that says who wrote it, where the front matter does not.

/** `**Author:** [Jane Doe](…), The Paper`, `_By Jane Doe and John Roe_`, `By **Jane Doe**`. */
const bylines = [
  /^\s*[*_]{0,2}(?:Authors?|Written by|Posted by|Editors?)[*_]{0,2}\s*:[*_]{0,2}:?\s*([^\n]+)/i,
  /^\s*[*_]{1,2}By:? +([^\n]+?)[*_]{1,2}\s*$/im,
  /^\s*By:? +((?:\[[^\]\n]+\]\([^)\n]+\)|\*\*[^*\n]+\*\*)(?:(?:,| and| &) +(?:\[[^\]\n]+\]\([^)\n]+\)|\*\*[^*\n]+\*\*))*)\s*$/im,
];

/** Words that make a name that of a firm or an office. */
const office =
  /\b(?:Inc|Ltd|LLC|GmbH|Corp|Corporation|Company|Labs?|Foundation|University|Team|Group|Engineer(?:ing)?|Manager|Director|Architect|Lead|SIG|CEO|CTO|CFO|COO|Founder|Developer|Software|Senior|Intern|Product|Technical|Program|Staff|Principal|Officer|Vice|President|Chair(?:man|woman|person)?|Chief|Head|Bureau|Desk|Mayor|Governor|Senator|Secretary|Spokes(?:man|woman|person)|Professor|Minister|Cloud|Systems|Solutions|Technologies|Open|Institute|Agency|Office|Department|at|of|from|for)\b|\b(?:(?:co-?)?editor|reporter|correspondent|writer|journalist|photographer|columnist|contributor|critic|producer|redakteur(?:in)?|chefredakteur(?:in)?|korrespondent(?:in)?|journalistin|rédact\w+|périodiste|periodista|redactora?|giornalista|redacteur|verslaggever)\b/iu;

/** Whether a name behind a comma is that of a firm or an office, as in `Ida Moe, Site Reliability Engineer`. */
export const isOffice = (name: string): boolean =>
  office.test(name) || (/\b\p{Lu}{3,}\b/u.test(name) && /\p{Ll}/u.test(name));

export const personName =
  /^\p{Lu}[\p{L}.'’-]*(?:[ \u00A0]+(?:(?:van|von|de|der|den|da|di|la|le|el|bin|al)[ \u00A0]+)*\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** The persons a byline at the head of a body names; none where they cannot be told from firms and offices. */
export function findByline(body: string): string[] {
  const head = body.trimStart().slice(0, 600);
  const line = bylines
    .map((pattern) => pattern.exec(head))
    .find((match) => match !== null && match.index < 5)?.[1];
  if (line === undefined) return [];
  const plain = line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/\([^)]*\)|[*_`]/g, '')
    .replace(/<[^>]+>/g, '');
  return plain
    .split(/\s*(?:,|;|\band\b|&)\s*/)
    .map((name) => name.trim())
    .filter((name) => personName.test(name) && !isOffice(name));
}
