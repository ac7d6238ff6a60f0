// The names of files as texts and front matter write them: `./my%20map.svg`, `map.svg?v=2`, `report.pdf#page=3`.

/** Files that are published beside an article that links to them, by ending: none that a browser runs. */
const published =
  'pdf epub mp3 m4a aac oga ogg opus wav flac mp4 m4v mov webm ogv vtt srt png jpg jpeg gif webp avif svg tif tiff heic txt csv tsv json geojson zip gz 7z tar doc docx odt rtf xls xlsx ods ppt pptx odp ics vcf bib ris';

const publishedEnding = new RegExp(`\\.(?:${published.replaceAll(' ', '|')})$`, 'i');

/** Whether a file's name says that it may be published beside an article. */
export const isPublishable = (name: string): boolean => publishedEnding.test(name);

/** Whether a name is that of an article's file. */
export const isArticleFile = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

const hasKnownEnding = (name: string): boolean => isPublishable(name) || isArticleFile(name);

/**
 * The name of the file that an address or a path names: decoded, its letters composed (NFC), without `./` before and
 * query and fragment behind. `map#1.png` is a name, for `map` alone is none.
 *
 * @returns an empty text for an address that names no file, such as `#top`
 */
export function fileNameOf(address: string): string {
  const written = address.replace(/^(?:\.\/)+/, '');
  const path = written.replace(/[?#].*$/s, '');
  const name = path !== '' && !hasKnownEnding(path) && hasKnownEnding(written) ? written : path;
  return decode(name).normalize('NFC');
}

/** What stands behind the name of a file: `#page=3`, or nothing. */
export function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  const isName = hasKnownEnding(address) && !hasKnownEnding(address.slice(0, Math.max(at, 0)));
  return at < 0 || isName ? '' : address.slice(at);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
