/** Whom to tell of a hole in the site's security. */
export interface SecurityContact {
  /** A URI: `mailto:`, `tel:` or `https:`. */
  contact: string;
  /** The last day on which this is true. */
  expires: string;
}

/**
 * Prints `security.txt` (RFC 9116).
 *
 * @param languages what the contact reads (BCP 47)
 * @param address the whole address of this file
 */
export const printSecurityTxt = (
  { contact, expires }: SecurityContact,
  { languages, address }: { languages: readonly string[]; address: string },
): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${address}`,
    '',
  ].join('\n');
