// What `robots.txt` asks of robots (RFC 9309): three permissions, for those who fear one of these uses should not have
// to lock out the others.

/** May robots of a kind read the site? */
export type Permission = 'allow' | 'refuse';

export interface RobotsPermissions {
  searchEngines: Permission;
  aiTraining: Permission;
  preservation: Permission;
}

/** Product tokens of robots that gather texts to train language models, as their makers publish them. */
const training = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
  'PanguBot',
  'Timpibot',
];

/** Of web archives: the Internet Archive, national libraries, and Heritrix, which many of them run. */
const preserving = ['archive.org_bot', 'ia_archiver', 'heritrix', 'special_archiver', 'bnf.fr_bot'];

/** All robots that are not named stand under `*`: search engines, and whoever reads for one. */
const everyOther = ['*'];

/**
 * Prints `robots.txt`. A robot obeys the group that names it, and no other.
 *
 * @param sitemap the whole address of the sitemap
 */
export function printRobots(
  { searchEngines, aiTraining, preservation }: RobotsPermissions,
  sitemap: string,
): string {
  const groups: [string[], Permission][] = [
    [training, aiTraining],
    [preserving, preservation],
  ];
  const printed = groups
    .filter(([, permission]) => permission !== searchEngines)
    .map(([robots, permission]) => printGroup(robots, permission));
  return [...printed, printGroup(everyOther, searchEngines), `Sitemap: ${sitemap}\n`].join('\n');
}

const printGroup = (robots: readonly string[], permission: Permission): string =>
  `${robots.map((robot) => `User-agent: ${robot}\n`).join('')}Disallow:${permission === 'refuse' ? ' /' : ''}\n`;
