// A newspaper article as CSL-JSON describes it, the form in which reference managers exchange items. This
// folder turns such an item into the forms in which it is cited. It runs while the site is built and at the
// reader's, so it uses nothing but itself.

/** A person's name in parts, or any other name as it stands (CSL 1.0.2, name variables). */
export type CslName = { family: string; given: string; suffix?: string } | { literal: string };

/** Year, month and day, as far as they are known (CSL 1.0.2, date variables). */
export interface CslDate {
  'date-parts': [number[]];
}

/** An item of the type `article-newspaper`; the fields are those of CSL-JSON. */
export interface NewsItem {
  /** Distinct in its archive; the key of the BibTeX entry. */
  id: string;
  type: 'article-newspaper';
  /** In square brackets where it was not given by the source. */
  title: string;
  author?: CslName[];
  /** None where the article is undated. */
  issued?: CslDate;
  /** The day on which the reader saw it. */
  accessed?: CslDate;
  /** The newspaper. */
  'container-title': string;
  /** The archive that shows it, where that is not the newspaper itself. */
  archive?: string;
  section?: string;
  /** A BCP 47 tag. */
  language: string;
  URL: string;
}

/** `2023-11-12`, `2023-11` or `2023` in numbers; none for anything else. */
export function cslDate(tag: string): CslDate | undefined {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(tag)) return undefined;
  return { 'date-parts': [tag.split('-').map(Number)] };
}

/** Year, month and day of a date; those that are not known are left out. */
export function partsOf(date: CslDate | undefined): {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
} {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  return { year, month, day };
}
