/** The size that Open Graph's readers crop the least, in pixels. */
export const width = 1200;
export const height = 630;

/** All that a share picture shows. */
export interface SharePictureView {
  /** The archive's name. */
  name: string;
  /** The archive's language and direction. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** `2023`, or the word for undated. */
  year: string;
  /** `12 November 2023`; none where it says no more than the year. */
  date?: string | undefined;
  headline?: { text: string; lang: string; dir: 'ltr' | 'rtl'; derived: boolean } | undefined;
}
