// The names under which site generators, exports and tables keep the fields of an article. Names are compared
// in lower case without hyphens, underscores and blanks.

/** Every field a record may fill, with the names it goes by, most trusted first. */
export const fieldAliases = {
  title: ['title', 'headline', 'heading', 'posttitle', 'titel', 'titre', 'titulo', 'titolo', 'kop', 'überschrift', 'schlagzeile', 'título', 'tytuł', 'заголовок', 'название', '标题', '標題', 'タイトル', '見出し', '제목', 'العنوان'],
  date: [
    'date', 'published', 'publishdate', 'publisheddate', 'publishedat', 'publishedon', 'publishedtime',
    'pubdate', 'pubdatetime', 'publicationdate', 'publicationtime', 'datepublished', 'datepublication', 'postdate', 'posted',
    'releasedate', 'issued', 'dateissued', 'articledate', 'datetime', 'created', 'createdat', 'datecreated', 'createddate',
    'datum', 'fecha', 'timestamp', 'createdutc', 'publicatiedatum', 'erscheinungsdatum', 'veröffentlichtam', 'datedepublication', 'datepubli', 'fechadepublicación', 'dato', 'дата', '日期', '日付', '发布时间', '날짜', 'التاريخ', 'createdon', 'postedon', 'postedat', 'pubdateiso'],
  updated: [
    'updated', 'lastmod', 'lastmodified', 'lastmodifiedat', 'lastupdated', 'modified', 'modifieddate',
    'updateddate', 'updatedat', 'datemodified', 'modifiedat', 'moddatetime', 'revised',
  ],
  authors: ['author', 'authors', 'byline', 'by', 'writer', 'writers', 'creator', 'creators', 'reporter', 'autor', 'auteur', 'auteurs', 'verfasser', 'autoren', 'författare', 'автор', '作者', '著者', '기자', 'journalist'],
  tags: ['tags', 'tag', 'keywords', 'topics', 'topic', 'subjects', 'labels', 'schlagworte', 'trefwoorden', 'motsclés', 'etiquetas'],
  categories: ['categories', 'category', 'section', 'channel', 'desk', 'rubrik', 'rubrique', 'ressort', 'sección', 'категория', '分类'],
  summary: [
    'summary', 'excerpt', 'description', 'abstract', 'standfirst', 'dek', 'teaser', 'lede', 'subtitle', 'subhead',
    'metadescription', 'snippet',
  ],
  body: [
    'body', 'text', 'content', 'contenthtml', 'contenttext', 'contentmarkdown', 'bodyhtml', 'bodytext', 'html', 'article',
    'articlebody', 'articletext', 'fulltext', 'story', 'markdown', 'paragraphs', 'maintext', 'tekst', 'texto', 'texte', 'testo', 'inhalt', 'contenu', 'contenido', 'conteúdo', 'artikel', 'artikeltekst', 'artículo', 'articolo', 'текст', 'содержание', '本文', '内容', '內容', '正文', '본문', 'النص', 'postcontent', 'rawtext', 'plaintext', 'articlecontent', 'longdescription'],
  lang: ['lang', 'language', 'locale', 'langcode'],
  slug: ['slug', 'permalinkslug', 'urlslug'],
  url: [
    'canonicalurl', 'canonical', 'originalurl', 'sourceurl', 'articleurl', 'externalurl', 'weburl', 'url', 'link', 'permalink',
    'href', 'path',
  ],
  aliases: ['aliases', 'alias', 'redirectfrom', 'redirects', 'oldurls', 'oldurl'],
  draft: ['draft'],
  status: ['status', 'poststatus', 'visibility'],
  image: ['image', 'cover', 'coverimage', 'heroimage', 'hero', 'featuredimage',
    'featureimage', 'thumbnail', 'banner', 'ogimage', 'socialimage'],
  imageAlt: ['imagealt', 'coveralt', 'heroalt', 'imagedescription'],
  imageCaption: ['imagecaption', 'covercaption', 'caption'],
  imageCredit: ['imagecredit', 'covercredit', 'credit', 'photocredit'],
  name: ['source', 'sourcename', 'publication', 'newspaper', 'publisher', 'outlet', 'sitename'],
  licence: ['license', 'licence', 'rights', 'licenseurl'],
  dateline: ['dateline', 'placeline'],
  id: ['id', 'guid', 'uuid', 'uri', 'articleid', 'documentid'],
} as const satisfies Record<string, readonly string[]>; // prettier-ignore

export type RecordField = keyof typeof fieldAliases;

/** A name as it is compared. */
export const bareName = (name: string): string =>
  name
    .replace(/^(?:dc|dcterms|schema|og|article)[:.]/i, '')
    .toLowerCase()
    .replace(/[-_ .:]/g, '');

const fieldByName: ReadonlyMap<string, RecordField> = new Map(
  Object.entries(fieldAliases).flatMap(([field, names]) =>
    names.map((name) => [name, field as RecordField] as const),
  ),
);

/** The field a name stands for; none when it is not known. */
export const fieldOfName = (name: string): RecordField | undefined =>
  fieldByName.get(bareName(name));

/** Whether a word names a field, for a keeper's column map. */
export const isRecordField = (name: string): name is RecordField => name in fieldAliases;
