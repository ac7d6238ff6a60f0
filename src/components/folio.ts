// What the folio line shows: the date a page stands for, and the way to what is older and newer.

import {
  formatDateTag,
  formatNumeral,
  isDay,
  monthName,
  UNDATED,
  type DateTag,
} from '../article/calendar-date.ts';
import { paths } from '../archive/urls.ts';
import type { Neighbours } from '../archive/neighbours.ts';
import { site } from '../site.ts';
import { messages } from '../messages.ts';

export interface Crumb {
  label: string;
  path: string;
}

/** A step along time: its address, what it leads to, and its label for those who do not see the arrow. */
export interface Step {
  path: string;
  label: string;
  kind: string;
  /** What the folio shows where the label is too long for it; the label is then its title. */
  short?: string;
}

export interface FolioLine {
  crumbs: Crumb[];
  older?: Step | undefined;
  newer?: Step | undefined;
}

/** 2023 › November › 12: each part of a date tag with the page it leads to. */
export function dateCrumbs(tag: DateTag): Crumb[] {
  if (tag === UNDATED) return [{ label: messages.undated, path: paths.undated }];
  const [year, month, day] = tag.split('-');
  const crumbs: Crumb[] = [
    { label: formatNumeral(Number(year), site.language), path: paths.date(tag.slice(0, 4)) },
  ];
  if (month) {
    crumbs.push({
      label: monthName(Number(month), site.language),
      path: paths.date(tag.slice(0, 7)),
    });
  }
  if (day) {
    crumbs.push({ label: formatNumeral(Number(day), site.language), path: paths.date(tag) });
  }
  return crumbs;
}

/** The folio of a day, month or year page. */
export function dateFolio(tag: DateTag, neighbours: Neighbours<DateTag> | undefined): FolioLine {
  const [olderKind, newerKind] = isDay(tag)
    ? [messages.olderDay, messages.newerDay]
    : tag.length === 7
      ? [messages.olderMonth, messages.newerMonth]
      : [messages.olderYear, messages.newerYear];
  return {
    crumbs: dateCrumbs(tag),
    older: dateStep(neighbours?.older, olderKind),
    newer: dateStep(neighbours?.newer, newerKind),
  };
}

function dateStep(to: DateTag | undefined, kind: string): Step | undefined {
  if (to === undefined) return undefined;
  return { path: paths.date(to), label: formatDateTag(to, site.language), kind };
}
