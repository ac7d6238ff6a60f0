import type { PictureReading } from '../article/picture-facts.ts';
import type { Place, Problem } from '../problem.ts';

/**
 * What keeps the archive's logo from being shown: every page would show it, or what it holds.
 *
 * @param logo its path in `public/`, with a slash at its beginning
 * @param place where the configuration names it
 */
export function logoUnfit(
  logo: string,
  reading: PictureReading | undefined,
  place: Place,
): Problem[] {
  if (!reading || !('fault' in reading)) return [];
  const { message, fix } = explain(logo, reading.fault, reading.reason);
  return [{ place, rule: `logo-${reading.fault}`, severity: 'error', message, fix }];
}

function explain(logo: string, fault: string, reason: string): Pick<Problem, 'message' | 'fix'> {
  switch (fault) {
    case 'missing':
      return {
        message: `The logo \`${logo}\` is not there.`,
        fix: `Put it at \`public${logo}\`, or correct its name.`,
      };
    case 'unsafe':
      return {
        message: `The logo \`${logo}\` could run or load something: it holds \`${reason}\`.`,
        fix: 'Delete that from the file, or save the drawing as plain SVG or as PNG.',
      };
    case 'misnamed':
      return {
        message: `The logo \`${logo}\` is not what its name says: its content is that of a \`${reason}\` file.`,
        fix: `Rename it so that it ends in \`${reason}\`.`,
      };
    default:
      return {
        message: `The logo \`${logo}\` cannot be read as a picture: ${reason}.`,
        fix: 'Export it again as SVG, PNG, WebP, AVIF or JPEG.',
      };
  }
}
