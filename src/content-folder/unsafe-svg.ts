// An SVG that a page shows as a picture runs nothing and loads nothing (SVG 2 §2.2.2, secure static mode). Opened
// at its own address it is a document of the site: a script in it could do there what the site's own may. So a
// drawing is read as a browser reads it, as XML with namespaces, and may hold what `svg-vocabulary.ts` lists.

import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import * as vocabulary from './svg-vocabulary.ts';

/** Encodings in which these bytes mean the same to every reader, for the bytes are known to be UTF-8. */
const sameAsUtf8 = /^(?:utf-?8|us-ascii)$/i;
const sameAsAscii = /^(?:iso-8859-\d+|windows-125\d)$/i;

/** Where a drawing may lead: to a part of itself, or to pixels that it brings along. */
const ownAddress = /^(?:#[^\s\\]*|data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z0-9+/=\s]*)$/i;

/** A paint, mask or filter of the drawing's own. */
const ownReference = /url\(\s*(?:#[^\s'"()\\]+|'#[^\s'"()\\]+'|"#[^\s'"()\\]+")\s*\)/gi;

/**
 * Finds the first thing in an SVG that could run, or load from elsewhere, when it is opened by itself.
 *
 * @param svg decoded as UTF-8
 * @returns it as it is written, shortened; none where the drawing is safe
 * @throws Error where it is not well-formed XML
 */
export function findUnsafe(svg: string): string | undefined {
  const xml = svg.replace(/^\uFEFF/, '');
  const parser = new SaxesParser({ xmlns: true, position: true });
  let found: string | undefined;
  const refuse = (what: string): void => {
    found ??= what.trim().replace(/\s+/g, ' ').slice(0, 60);
  };
  let style: string | undefined;
  const addStyle = (text: string): void => {
    if (style !== undefined) style += text;
  };
  parser.on('xmldecl', ({ version = '1.0', encoding = 'UTF-8' }) => {
    if (version !== '1.0') refuse(`<?xml version="${version}"?>`);
    if (!isReadAsUtf8(encoding, xml)) refuse(`encoding="${encoding}"`);
  });
  parser.on('doctype', () => refuse('<!DOCTYPE'));
  parser.on('processinginstruction', ({ target }) => {
    // XMP §1.4 of Part 3 wraps its packet in these.
    if (target !== 'xpacket') refuse(`<?${target}`);
  });
  parser.on('opentag', (tag) => {
    if (style !== undefined) refuse(`<${tag.name}`);
    const unsafe = unsafeElement(tag);
    if (unsafe !== undefined) refuse(unsafe);
    if (tag.uri === vocabulary.svgNamespace && tag.local === 'style') style = '';
  });
  parser.on('text', addStyle);
  parser.on('cdata', addStyle);
  parser.on('closetag', () => {
    const unsafe = style === undefined ? undefined : unsafeCss(style);
    if (unsafe !== undefined) refuse(unsafe);
    style = undefined;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    // What follows a document type may be well-formed by its declarations alone.
    if (found === undefined) throw error;
  }
  return found;
}

const isReadAsUtf8 = (encoding: string, xml: string): boolean =>
  sameAsUtf8.test(encoding) ||
  // oxlint-disable-next-line no-control-regex -- the end of ASCII is meant
  (sameAsAscii.test(encoding) && /^[\u0000-\u007F]*$/.test(xml));

function unsafeElement(tag: SaxesTagNS): string | undefined {
  const { name, local, uri } = tag;
  if (vocabulary.inertNamespaces.has(uri)) return undefined;
  if (uri !== vocabulary.svgNamespace || !vocabulary.elements.has(local)) return `<${name}`;
  for (const attribute of Object.values(tag.attributes)) {
    if (!isSafe(attribute)) return `${attribute.name}="${attribute.value}"`;
  }
  return undefined;
}

function isSafe({ uri, local, value }: SaxesAttributeNS): boolean {
  switch (uri) {
    case '':
      return isSafeOwn(local, value);
    case vocabulary.xlinkNamespace:
      return local === 'href' ? ownAddress.test(value) : vocabulary.xlinkAttributes.has(local);
    case vocabulary.xmlNamespace:
      return vocabulary.xmlAttributes.has(local);
    default:
      return uri === vocabulary.xmlnsNamespace || vocabulary.inertNamespaces.has(uri);
  }
}

function isSafeOwn(name: string, value: string): boolean {
  if (name === 'href') return ownAddress.test(value);
  if (vocabulary.plainAttributes.has(name) || /^(?:aria|data)-[a-z0-9._-]+$/.test(name))
    return true;
  if (!vocabulary.attributes.has(name)) return false;
  // An animation may change what is drawn, and never where anything leads.
  if (name === 'attributeName' && !mayBeAnimated(value)) return false;
  return unsafeCss(value) === undefined;
}

const mayBeAnimated = (name: string): boolean =>
  name !== 'attributeName' &&
  (vocabulary.attributes.has(name) || name === 'd' || name === 'points' || name === 'class');

/** Finds what could load in CSS; escapes and rules with `@` are not looked into, but refused. */
function unsafeCss(css: string): string | undefined {
  const left = css.replace(ownReference, ' none ');
  const sign = /[@\\][^;{}]*/.exec(left)?.[0];
  if (sign !== undefined) return sign;
  for (const [call] of left.matchAll(/[^\s(){}[\];:,'"/*+!<>=]*\(/g)) {
    const name = call.slice(0, -1).toLowerCase();
    if (name !== '' && !vocabulary.cssFunctions.has(name)) return call;
  }
  return undefined;
}
