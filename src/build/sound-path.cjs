// CommonJS, for below some of these signs Node loads no module of the newer kind.

/**
 * Signs in the project's path that Node, Astro and Vite take for a part of an address, an escape or a pattern: styles
 * and fonts would be missing from the site, or nothing be made at all.
 */
const unsound = /[%#?"*\\\p{Cc}]/gu;

/**
 * Says why nothing can be built where a project lies.
 *
 * @param {string} root
 * @returns {string | undefined} none where all is well
 */
function explainPath(root) {
  const signs = [...new Set(root.match(unsound) || [])].map((sign) =>
    /\p{Cc}/u.test(sign) ? 'a control character' : `\`${sign}\``,
  );
  if (signs.length === 0) return undefined;
  return `The project lies in \`${root}\`, and the tools that bundle its templates cannot work below a folder with ${signs.join(' and ')} in its name. Rename the folder, or move the project.`;
}

module.exports = { explainPath };
