// Names of bodies: agencies, desks, ministries, firms. A name is a person's unless it holds a word that only bodies
// bear, and in the place where bodies bear it: `Harbour Press` ends with it, `Press, Nora` does not.

const words = (list: string): string => list.trim().split(/\s+/).join('|');

/** A word of its own, whatever its capitals; letters may follow where `-` ends the word in the list. */
const holds = (list: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{M}])(?:${words(list).replaceAll('-', String.raw`[\p{L}\p{M}]*`)})(?![\p{L}\p{M}])`,
    'iu',
  );

/** Words that say so wherever they stand. */
const anywhere = holds(`
  afp ansa apa dpa efe itar-tass ots upi xinhua reuters tass kyodo yonhap interfax belga ritzau ntb lusa anadolu
  agency agencies agence agencia agència agenția agência agenzia agentur nachrichtenagentur persbureau nyhetsbyrå nyhetsbyrån
  nyhedsbureau uutistoimisto agencja agentura agencija ajansı hírügynökség
  newsroom newspaper newspapers editorial bureau commission committee ministry ministère ministerium ministerie
  ministerio ministério ministero ministerstvo ministerstwo minisztérium ministeriet ministeriö bakanlığı department
  département departamento dipartimento abteilung institute institut instituto istituto university université
  universität universidad universidade università uniwersytet universiteit universitet association associazione
  asociación associação verein vereniging corporation foundation fondation fundación fundação stiftung stichting
  correspondent correspondents korrespondent korrespondenten korrespondentin correspondant correspondante
  corresponsal corresponsales correspondente corrispondente korespondent korrespondentti
  redaktion redaktionen redactie rédaction redacción redacció redazione redação redakcja redakce redakcia redakció
  redaksiyon redaksjonen toimitus
  staffwriter reporters berichterstatter réaction
  editors
  агентство министерство редакция редакции корреспондент корреспонденты комитет институт університет университет
  міністерство агенція редакція кореспондент пресс-служба пресс-центр
  πρακτορείο υπουργείο σύνταξη συντακτική ανταποκριτής
`);

/** Words that persons bear as names too, which say so where they end the name and something stands before them. */
const atTheEnd = holds(`
  press news board company council desk gazette group herald journal magazine service services society staff team
  times tribune union chronicle courier reporter reporters writer writers editor trust league federation office
  authority network radio television tv broadcasting media post mail telegraph observer guardian sun star examiner
  zeitung nachrichten anzeiger blatt presse rundschau dienst rundfunk
  krant nieuws dienst omroep avis tidning tidende nyheter lehti haber gazetesi
`);

/** The same words, and others, where `of`, `for` or the like follow: `Board of Trade`, `Société des Nations`. */
const withWhat = new RegExp(
  String.raw`^(?:the |la |le |les |el |il |lo |o |a |die |der |das )?(?:${words(`
    board council office society group team league union federation house bank church church- friends people centre
    center school college committee bureau
    société conseil comité équipe banque église bureau syndicat centre chambre journal ligue
    sociedad consejo comité equipo banco iglesia sindicato centro cámara diario liga junta ayuntamiento
    società consiglio comitato squadra banca chiesa sindacato centro camera giornale lega
    sociedade conselho comitê equipa equipe câmara jornal igreja
    amt bund rat gesellschaft bundesamt presseamt
  `).replaceAll(
    '-',
    '',
  )})\s+(?:of|for|on|de|des|du|del|della|delle|degli|dei|da|do|dos|das|der|für|voor|van|d['’])`,
  'iu',
);

/** German, Dutch and Scandinavian words grow at the front: `Seewetterdienst`, `Havenkrant`. */
const compound =
  /\p{L}{2}(?:dienst|agentur|redaktion|ministerium|zeitung|anzeiger|nachrichten|verlag|verband|verein|behörde|krant|bureau|byrån?|tidning(?:en)?|ministeriet)$/iu;

/** What firms have behind their names. */
const firm =
  /(?:^|[\s,])(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|kg|e\.\s?v|b\.?v|n\.?v|s\.?a|s\.?r\.?l|s\.?p\.?a|oyj?|a\/s|aps|pty|sarl|sp\. z o\.o)\.?$/iu;

/** `Our own correspondent`, `The Associated Press`, `from the harbour`: no person is called so. */
const beginsAsBody =
  /^(?:(?:[Tt]he|[Oo]ur|[Uu]nser(?:em|en|er|e)?|[Nn]otre|[Nn]uestro|[Нн]аш|[Ee]igener)\s+\p{L}|(?:a|an|from|by|von|vom|aus|de|dal|от)\s+\p{Ll})/u;

/** Scripts that part no words, or bend none: the word may stand at either end, or anywhere. */
const otherScripts =
  /通信社|通讯社|通訊社|新聞|新闻|日報|日报|時報|时报|編集部|编辑部|編輯部|取材班|本報記者|本报记者|本社記者|委員会|委员会|委員會|[\p{Script=Han}\p{Script=Katakana}]{2}(?:社|省|庁|厅|局|協会|协会|大学|研究所|放送)$|통신|신문|일보|편집부|위원회|방송|취재팀|وكالة|وكالات|صحيفة|وزارة|هيئة|مراسل|التحرير|قسم|خبرگزاری|روزنامه|خبرنگار|تحریریه|סוכנות|מערכת|משרד|כתבי|एजेंसी|संवाददाता|ब्यूरो|मंत्रालय|टीम|न्यूज़|সংবাদদাতা|মন্ত্রণালয়|ডেস্ক|প্রতিবেদক|สำนักข่าว|กระทรวง|กองบรรณาธิการ|ทีมข่าว|நிருபர்|அமைச்சகம்/u;

/** Newspapers that are called by an article and one word: `El Mundo`, `Der Spiegel`. */
const articleAndWord = /^(?:El|Los|Las|La|Le|Les|Il|Der|Die|Das|De|Het)\s\p{Lu}\p{L}+$/u;

/** Given names that are frequent enough to tell a person whose family name is a word of `atTheEnd`: `Nora Press`. */
const givenNames = new RegExp(
  String.raw`^(?:${words(`
    adam agnes alan albert alex alexander alfred alice alison amanda amy ana andrea andreas andrew angela anita ann anna
    anne anthony antonio arthur barbara ben benjamin bernard bill bob brian carl carla carlos carmen caroline catherine
    charles charlotte chris christian christina christine christopher clara claire claude daniel david deborah denis
    diana diego dominic donald dorothy edith edward elena elisabeth elizabeth ella ellen emil emily emma eric erik erika
    ernest eva evelyn felix fernando florence frances francis franz fred frederick friedrich george gerald gertrude
    giovanni giulia grace gustav hannah hans harold harriet harry heinrich helen helena helga henri henry herbert hugo
    ida ingrid irene isabel jack jacob jakob james jan jane janet jean jennifer jessica jim joan joe johan johann john
    jonathan jorge josé joseph juan judith julia julian karen karin karl kate katharina kathleen keith kenneth klara
    laura leo leon leopold lewis lily linda lisa louis louise lucas lucy ludwig luis luise luke margaret maria marie
    marion mark marta martha martin mary matthew max michael michel miguel mike monica nancy nicholas nicolas nina nora
    olga oliver oscar otto patricia patrick paul paula pedro peter petra philip pierre rachel ralph raymond rebecca
    richard rita robert roberto roger ronald rosa rose ruth sam samuel sandra sarah simon sofia sophie stefan stephen
    steven susan susanne sylvia teresa thomas tim tom ursula vera victor victoria vincent violet virginia walter
    werner wilhelm william wolfgang yvonne
  `)})$`,
  'iu',
);

/** Whether a name is that of a body, as far as the name itself says so. */
export function isBody(name: string): boolean {
  if (isFirm(name) || /^\p{Lu}{2,6}$/u.test(name) || articleAndWord.test(name)) return true;
  if (compound.test(name)) return true;
  if (anywhere.test(name) || otherScripts.test(name) || withWhat.test(name)) return true;
  const parts = name.split(/\s+/);
  const isPerson = parts.length === 2 && givenNames.test(parts[0] ?? '');
  if (parts.length > 1 && atTheEnd.test(parts.at(-1) ?? '') && !isPerson) return true;
  return beginsAsBody.test(name);
}

/** Whether a name is written as only firms and addresses are: with `&`, figures, `Ltd`, `.com`. */
export const isFirm = (name: string): boolean =>
  /[\d&@/]|\S\.\p{Ll}{2,}$/u.test(name) || firm.test(name);
