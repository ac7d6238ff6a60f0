/**
 * A beginning as the name of a file and the part of an address: letters and figures of ASCII as they are, a hyphen for a
 * blank, any other by its code; different beginnings have different ones.
 *
 * @example beginningKey('Smith J')  // 'smith-j'
 * @example beginningKey('か')        // '_304b_'
 */
export const beginningKey = (beginning: string): string =>
  beginning
    .toLowerCase()
    .replace(/ /g, '-')
    .replace(/[^a-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
