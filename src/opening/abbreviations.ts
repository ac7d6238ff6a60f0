// Full stops that end no sentence, by language: abbreviations before words that begin with a capital. Unicode
// segmentation (UAX 29 §5) ends a sentence there; before a small letter it does not. Written without the last stop.

/** Titles and the like that agencies write in many languages. */
const everywhere = 'Dr Prof St Sr Jr vs Co Corp Inc Ltd No Nr Tel';

/**
 * Those that stand before a name or a figure; what is apt to end a sentence itself, as `etc.`, is left out.
 */
const byLanguage: Record<string, string> = {
  en: 'Mr Mrs Ms Messrs Mt Ft Rev Hon Sen Rep Gen Col Lt Capt Cmdr Sgt Maj Adm Gov Pres Supt Insp Det Bros Ave Blvd Rd Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Ala Ariz Calif Colo Conn Fla Ga Ill Kan La Mass Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo a.m p.m e.g i.e approx est vol',
  de: 'Hr Fr Frl Hrn Dipl Ing Abs Bd Bf bzw ca d.h evtl gest ggf Hbf Hl Hptm Inh Jan Feb Mär Apr Aug Sep Sept Okt Nov Dez Jh Kap Lt m.E Mio Mrd Nrn o.ä Pfr RA s.o sog St Std Str Tel u.a u.U v.a v.Chr n.Chr vgl z.B z.T z.Zt zzgl B',
  nl: 'dhr mevr mw mr drs ir prof jl a.s bijv blz ca d.w.z e.d evt i.v.m jan feb mrt apr aug sept okt nov dec jhr m.a.w m.b.t m.i.v mej nl nr o.a o.l.v p str t.o.v v.Chr n.Chr vgl z.g burg',
  fr: 'M MM Mme Mmes Mlle Mlles Me Mgr Vve St Ste av bd cf chap éd fig hab janv févr avr juil sept oct nov déc n° p pp vol apr J.-C réf tél',
  es: 'Sr Sra Srta Sres Dña Dª Dra Lic Ing Arq Gral Cap Cnel Tte Sto Sta Fr Hno Ud Uds Vd Vds Avda Av Pza pág págs núm nº n.º p.ej a.C d.C aprox ene feb abr jul ago sept oct nov dic tel Excmo Ilmo dpto',
  pt: 'Sr Sra Srta Srs Dra Eng Exmo Exma Ilmo Av Pça pág págs n.º nº p.ex a.C d.C aprox jan fev abr mai jun jul ago nov tel Gen Cel',
  it: 'Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof.ssa Avv Ing Arch Rag Geom On Sen Mons Don Gen Col Cap Ten P.za V.le artt n es p.es pag pagg cap a.C d.C ca circa gen feb apr mag giu lug ago sett ott nov dic tel',
  ca: 'Sr Sra Srs Dra av pl núm pàg p.ex aC dC gen feb set oct nov des',
  gl: 'Sr Sra Dra av núm páx',
  ro: 'dl dna d-na d-l dra str nr ian feb mar apr aug sept oct nov dec pag vol î.Hr d.Hr gen col',
  sv: 'bl.a d.v.s dvs e.Kr f.Kr f.d fr.o.m o.s.v t.ex t.o.m kl ca jan feb mar apr aug sept okt nov dec nr s tel resp hr fru',
  da: 'bl.a d.v.s dvs e.Kr f.Kr f.eks m.v kl ca jan feb mar apr aug sept okt nov dec nr s tlf hr fru frk d pkt stk',
  no: 'bl.a dvs e.Kr f.Kr f.eks kl ca jan feb apr aug sept okt nov des nr s tlf hr fru pkt',
  is: 'kl nr þ.e t.d u.þ.b jan feb apr ágú sept okt nóv des hr frú bls',
  fi: 'esim mm ns n eKr jKr klo ks puh toim os tri rva hra',
  et: 'hr pr prl nr lk nt u s.t st e.Kr e.m.a m.a.j a jaan veebr aug sept okt nov dets',
  lv: 'g gs lpp nr u.c piem plkst t.i',
  lt: 'a a.a p pp g gyv m mėn d val pvz t.y t.t ir prof doc nr str rugs spal lapkr gruod saus vas kov bal geg birž liep rugp',
  pl: 'p pp ks bp abp kard gen płk ppłk mjr kpt por sierż inż mgr hab dr.hab doc prof red ul al pl os św np m.in tzw tzn tj wg r ww godz gm pow woj zł gr mln mld tys proc art ust nr str tel im sp zm ur ok ds kol',
  cs: 'p pí sl Ing Mgr Bc MUDr JUDr PhDr RNDr doc prof gen plk mjr kpt por sv ul nám tř č čp tel r s st stol tzv např tj mj resp zejm cca hod mld odst čl n.l př',
  sk: 'p pí sl Ing Mgr Bc MUDr JUDr PhDr RNDr doc prof gen plk mjr kpt por sv ul nám č tel r s st stor tzv napr t.j resp cca hod mld ods čl n.l pred',
  sl: 'g ga gdč dr mag inž prof sv ul št str npr ipd oz t.i tj tel l st stol Kr jan feb mar apr avg sept okt nov dec',
  hr: 'g gđa gđica dr mr ing prof sv ul br str npr tzv tj tel god st stolj sij velj ožu tra svi lip srp kol ruj lis stu pro',
  sr: 'г гђа др мр инж проф св ул бр стр нпр тзв тј тел год ст g gđa dr mr inž prof sv ul br str npr tzv tj god',
  bs: 'g gđa dr mr ing prof sv ul br str npr tzv tj tel god st',
  hu: 'dr ifj id özv prof kb pl ill ún u jan febr márc ápr máj jún júl aug szept okt nov dec sz szt u.n kr i.sz i.e vö Kr',
  tr: 'Dr Doç Prof Av Yrd Öğr Gör Sn Alb Yzb Org Cad Sok Mah Blv No vs bkz yy M.Ö M.S s',
  el: 'κ κκ κα δρ καθ π.χ π.Χ μ.Χ δηλ αρ σελ τηλ οδ αγ ιαν φεβρ μαρτ απρ αυγ σεπτ οκτ νοεμ δεκ',
  ru: 'г гг в вв с стр т тт им ул пл просп пер кв корп р руб коп тыс млн млрд проц т.е т.к т.н и.о и.п н.э янв фев февр мар апр авг сен сент окт ноя нояб дек св гр гос проф акад доц инж ген полк подп кап лейт сер ст см ср рис табл обл респ р-н тел е о-в м ч сек',
  uk: 'р рр ст стор с м обл вул пл просп пров буд кв грн коп тис млн млрд т.зв т.і н.е ім св проф акад доц інж ген полк див рис табл тел січ лют бер квіт черв вер гр напр',
  be: 'г гг ст стар в вул пл праспект руб тыс млн млрд ім св праф акад інш н.э т.зв',
  bg: 'г гг в вв с стр ул пл бул ж.к ген полк проф акад доц инж д-р лв ст хил млн млрд св т.е т.н пр.н.е н.е сл.Хр пр.Хр',
  mk: 'г ул бр стр проф д-р св н.е пр.н.е т.е т.н',
  id: 'Bpk Sdr Jl Jln No Drs Ir H Hj Tn Ny dst hlm a.n u.p Kol Letjen Mayjen Brigjen',
};

/** Languages that write ordinals with a full stop: `3. Oktober`, `XIV. Louis`. */
const ordinalStops = new Set(
  'de lb fi et lv cs sk pl sl hr sr bs hu da no nb nn is fo tr dsb hsb eu mk'.split(' '),
);

/** Of them, those that write years so: `1990. október`, `1990. gada`. */
const yearStops = new Set('hu lv et hr sr bs sl is'.split(' '));

const macro: Record<string, string> = {
  nb: 'no',
  nn: 'no',
  sh: 'hr',
  lb: 'de',
  rue: 'uk',
  ast: 'es',
};

const endings = new Map<string, RegExp>();

/**
 * What a piece of text ends with where its full stop ends no sentence in a language: a known abbreviation, an
 * initial, a doubled plural such as `EE. UU.`, an ordinal.
 *
 * @param language a BCP 47 tag
 */
export function unfinishedEnding(language: string): RegExp {
  const base = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? '';
  let ending = endings.get(base);
  if (!ending) endings.set(base, (ending = makeEnding(base)));
  return ending;
}

function makeEnding(base: string): RegExp {
  const words = `${everywhere} ${byLanguage[macro[base] ?? base] ?? ''}`.trim().split(/\s+/);
  const spelt = [...new Set(words)].map((word) =>
    word.replaceAll('.', String.raw`\. ?`).replace(/^\p{L}/u, (first) => eitherCase(first, word)),
  );
  const kinds = [
    ...spelt,
    String.raw`(?:\p{Lu}\. ?)*\p{Lu}`,
    String.raw`(\p{Lu})\1\. ?(\p{Lu})\2`,
    String.raw`(\p{Lu})\3`,
  ];
  if (ordinalStops.has(base)) {
    kinds.push(String.raw`\d{1,${yearStops.has(base) ? 4 : 2}}`, '[IVX]+');
  }
  return new RegExp(String.raw`(?:^|[\s(\[„“"«—–/-])(?:${kinds.join('|')})\.\s*$`, 'u');
}

/** A short word in capitals, as `No` or `M`, is another one in small letters. */
const eitherCase = (first: string, word: string): string =>
  first === first.toUpperCase() && word.length < 3
    ? first
    : `[${first.toLowerCase()}${first.toUpperCase()}]`;
