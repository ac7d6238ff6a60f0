// What YAML takes away from a value without a word: ` #` begins a comment, `Null` is no value, `&Star` names one.

import { EVENT_ID, parseEvents } from 'js-yaml';

export interface Swallowed {
  /** The field it belongs to. */
  field: string;
  what: 'comment' | 'nothing' | 'name';
  /** The value as it stands in the file, what is taken away included. */
  written: string;
  /** What YAML leaves of it. */
  left: string;
  /** In the YAML, from 0. */
  at: number;
}

/** Whether a text may hold such a value at all, for most do not. */
const suspect = /[ \t]#|[:,[-][ \t]*&|\bN(?:ull|ULL)\b/;

/** Finds the values of which YAML takes something away. Expects YAML that can be read. */
export function findSwallowed(yaml: string): Swallowed[] {
  if (!suspect.test(yaml)) return [];
  const found: Swallowed[] = [];
  const events = parseEvents(yaml, {}).filter(({ type }) => type !== EVENT_ID.DOCUMENT);
  let next = 0;

  /** @param keyEnd where the key of the value ends, if it has one */
  const visit = (field: string, keyEnd?: number): void => {
    const event = events[next++];
    if (event === undefined || event.type === EVENT_ID.POP) return;
    if (event.type === EVENT_ID.SCALAR) {
      const swallowed =
        event.valueStart < event.valueEnd
          ? fromValue(yaml, event)
          : keyEnd !== undefined && wholeValue(yaml, keyEnd);
      if (swallowed) found.push({ field, ...swallowed });
      return;
    }
    if (event.type === EVENT_ID.ALIAS) return;
    while (next < events.length && events[next]?.type !== EVENT_ID.POP) {
      const key = events[next];
      if (event.type === EVENT_ID.SEQUENCE) visit(field);
      else if (key?.type === EVENT_ID.SCALAR) {
        next++;
        visit(field || yaml.slice(key.valueStart, key.valueEnd), key.valueEnd);
      } else {
        visit(field);
        visit(field);
      }
    }
    next++;
  };
  visit('');
  return found;
}

type Found = Omit<Swallowed, 'field'>;

const restOfLine = (yaml: string, from: number): string => /^.*/.exec(yaml.slice(from))?.[0] ?? '';

/** A value that is a comment altogether: `title: #1 in the polls`. One with a blank behind `#` is meant as such. */
function wholeValue(yaml: string, keyEnd: number): Found | undefined {
  const [before, written] = /^:[ \t]+(#\S.*)/.exec(restOfLine(yaml, keyEnd)) ?? [];
  if (before === undefined || written === undefined) return undefined;
  const at = keyEnd + before.length - written.length;
  return { what: 'comment', written: written.trimEnd(), left: '', at };
}

interface Scalar {
  valueStart: number;
  valueEnd: number;
  /** Below 0 where it has no name. */
  anchorStart: number;
  anchorEnd: number;
  /** 1 where it stands without quotes. */
  style: number;
}

function fromValue(
  yaml: string,
  { valueStart, valueEnd, anchorStart, anchorEnd, style }: Scalar,
): Found | undefined {
  const left = yaml.slice(valueStart, valueEnd);
  if (anchorStart >= 0 && !yaml.includes(`*${yaml.slice(anchorStart, anchorEnd)}`)) {
    const at = anchorStart - 1;
    return { what: 'name', written: yaml.slice(at, valueEnd), left, at };
  }
  if (style !== 1) return undefined;
  const comment = /^[ \t]+#.*/.exec(restOfLine(yaml, valueEnd))?.[0].trimEnd();
  if (comment) return { what: 'comment', written: left + comment, left, at: valueStart };
  return /^N(?:ull|ULL)$/.test(left)
    ? { what: 'nothing', written: left, left: '', at: valueStart }
    : undefined;
}
