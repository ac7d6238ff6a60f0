// The report of an import as a file: JSON for programs, HTML for people. Outcomes are written as they come, so
// that a report of a hundred thousand needs no memory; the counts follow at the end.

import { GrowingFile } from '../../disk/report-file.ts';
import type { NearDuplicate } from '../../importers/decisions/near-duplicates.ts';
import { printPlace, type Problem } from '../../problem.ts';
import { meanings, results, type Outcome, type Result } from './outcome.ts';

export interface ReportEnd {
  dryRun: boolean;
  originals: number;
  bytes: number;
  items: number;
  counts: Readonly<Record<Result, number>>;
  derived: Readonly<Record<string, number>>;
  remarks: readonly Problem[];
  /** What was done to originals as a whole. */
  notes: readonly { original: string; note: string }[];
  /** Which columns of each table were taken for which fields. */
  columns: readonly { original: string; columns: Readonly<Record<string, string>> }[];
  nearDuplicates: readonly NearDuplicate[];
}

export interface ReportFile {
  add: (outcome: Outcome) => Promise<void>;
  finish: (end: ReportEnd) => Promise<void>;
}

/** Begins a report; the ending of the path says which kind. */
export async function openReport(path: string): Promise<ReportFile> {
  const file = await GrowingFile.create(path);
  return /\.html?$/i.test(path) ? htmlReport(file) : jsonReport(file);
}

async function jsonReport(file: GrowingFile): Promise<ReportFile> {
  await file.append('{\n"outcomes": [');
  let separator = '\n';
  return {
    async add(outcome) {
      await file.append(separator + JSON.stringify(outcome));
      separator = ',\n';
    },
    async finish(end) {
      const fields = Object.entries(end).map(
        ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
      );
      await file.append(`\n],\n${fields.join(',\n')}\n}\n`);
      await file.finish();
    },
  };
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}
td.number{text-align:right;font-variant-numeric:tabular-nums}.refused{color:#a00}small,.why{color:#555;white-space:pre-wrap}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}.refused{color:#f88}small,.why{color:#bbb}}`;

async function htmlReport(file: GrowingFile): Promise<ReportFile> {
  await file.append(
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Import report</title><style>${style}</style></head>\n<body><h1>Import report</h1><p><a href="#counts">Counts</a></p>\n<table><thead><tr><th>Result<th>Original<th>Article<th>Known<th>Remarks</tr></thead><tbody>\n`,
  );
  return {
    add: (outcome) => file.append(outcomeRow(outcome)),
    async finish(end) {
      await file.append(`</tbody></table>\n${endOfHtml(end)}</body></html>\n`);
      await file.finish();
    },
  };
}

function outcomeRow(outcome: Outcome): string {
  const { result, original, item, file, title, date, provenance, count } = outcome;
  const remarks = [
    ...outcome.problems.map((problem) => `${problem.rule}: ${problem.message} ${problem.fix}`),
    ...outcome.notes,
    ...(outcome.difference ?? []),
  ];
  const known =
    provenance === undefined
      ? ''
      : Object.entries(provenance)
          .map(([fact, how]) => `${fact} ${how}`)
          .join('<br>');
  const cells = [
    `<td class="${result}">${result}${count > 1 ? ` × ${count}` : ''}`,
    `<td>${escapeHtml(original)}${item === undefined ? '' : ` <small>${escapeHtml(item)}</small>`}`,
    `<td>${escapeHtml(title ?? '')}<br><small>${escapeHtml([date, file].filter((text) => text !== undefined).join(' · '))}</small>`,
    `<td><small>${known}</small>`,
    `<td class="why">${remarks.map(escapeHtml).join('\n')}`,
  ];
  return `<tr>${cells.join('')}</tr>\n`;
}

function endOfHtml(end: ReportEnd): string {
  const rows = results
    .map(
      (result) =>
        `<tr><td class="number">${end.counts[result]}<td>${result}<td>${meanings[result]}</tr>`,
    )
    .join('\n');
  const remarks = end.remarks
    .map(
      (problem) =>
        `<li>${escapeHtml(`${printPlace(problem.place)} ${problem.rule}: ${problem.message} ${problem.fix}`)}`,
    )
    .join('\n');
  const pairs = end.nearDuplicates
    .map(
      ({ a, b, likeness }) =>
        `<li>${Math.round(likeness * 100)} %: ${escapeHtml(a.file)} and ${escapeHtml(b.file)}`,
    )
    .join('\n');
  const columns = end.columns
    .map(
      (entry) =>
        `<li>${escapeHtml(
          `${entry.original}: ${Object.entries(entry.columns)
            .map(([name, field]) => `${name} → ${field}`)
            .join(', ')}`,
        )}`,
    )
    .join('\n');
  return [
    `<h2 id="counts">Counts</h2><table><tbody>${rows}<tr><td class="number">${end.items}<td colspan="2">in ${end.originals} originals</tr></tbody></table>`,
    `<p>Derived: ${Object.entries(end.derived)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}.${end.dryRun ? ' Nothing was written: this was a dry run.' : ''}</p>`,
    remarks === '' ? '' : `<h2>About the originals</h2><ul>${remarks}</ul>`,
    end.notes.length === 0
      ? ''
      : `<ul>${end.notes.map(({ original, note }) => `<li>${escapeHtml(`${original}: ${note}`)}`).join('\n')}</ul>`,
    columns === '' ? '' : `<h2>Columns</h2><ul>${columns}</ul>`,
    pairs === '' ? '' : `<h2>Near duplicates, to look at</h2><ul>${pairs}</ul>`,
  ].join('\n');
}
