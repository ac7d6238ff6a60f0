// Words that say how a sentence hangs together and nothing of its matter. They are few on purpose: a word that may
// be what someone looks for is not among them.

const lists: Record<string, string> = {
  en: 'a an and are as at be been but by did do does for from had has have he her his how in into is it its of on or she that the their them then there these they this those to was were what when where which while who whom whose why will with would',
  fr: 'à au aux avec ce ces cette d dans de des du elle elles en est et étaient était été il ils l la le les leur leurs lui mais ne ni nous on ont ou où par pas pour qu que qui quand sa sans se ses son sont sur un une vous y',
  de: 'aber als am an auch auf aus bei bin bis das dass dem den der des die doch du durch ein eine einem einen einer eines er es für gegen hat hatte hatten ich im in ist mit nach nicht noch nur oder sein sich sie sind so über um und uns von vor war waren was wer wie wird wo wurde wurden zu zum zur',
  es: 'a al con como cuando de del desde donde el ella ellas ellos en era eran es esta estas este estos fue fueron ha han hasta la las le les lo los más no o para pero por que qué quién se ser si sin sobre son su sus un una y ya',
  it: 'a ai al alla alle anche che chi come con da dal dalla dei del della delle di dove e è ed era erano fu gli ha hanno i il in la le lo ma nel nella non o per più quando si sono su sua suo un una',
  pt: 'a ao aos as com como da das de do dos e é ela ele eles em era eram foi foram há mais mas na nas não no nos o os ou para pela pelo por quando que quem se sem ser seu seus são sobre sua suas um uma',
  nl: 'aan als bij dan dat de der die dit door een en er had hadden heeft het hij hoe in is maar met naar niet nog of om ook op over te tot uit van voor waar was waren wat werd werden wie wordt ze zij zijn zo',
};

/** The function words of a language; none where no list is kept. */
export function functionWords(language: string): string[] {
  return (lists[language.toLowerCase().split('-')[0] ?? ''] ?? '').split(' ').filter(Boolean);
}
