import { mapOutsideCode } from './outside-code.ts';

/** `^[A note.]`; links may stand in it. */
const inlineNote = /(?<![\\[])\^\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])+)\]/g;

/**
 * Turns notes within a sentence (https://pandoc.org/MANUAL.html#extension-inline_notes) into notes of GFM, which stand
 * below the text.
 */
export function takeInlineNotes(markdown: string): string {
  if (!markdown.includes('^[')) return markdown;
  const notes: string[] = [];
  const text = mapOutsideCode(markdown, (piece) =>
    piece.replace(inlineNote, (_, note: string) => {
      notes.push(note.trim());
      return `[^note-${notes.length}]`;
    }),
  );
  if (notes.length === 0) return markdown;
  const below = notes.map((note, i) => `[^note-${i + 1}]: ${note}`);
  return `${text.trimEnd()}\n\n${below.join('\n\n')}\n`;
}
