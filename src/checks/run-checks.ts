// All checks of articles among each other; what is wrong within one file is found when it is read.

import { buildArchive } from '../archive/archive.ts';
import type { FindFile } from '../archive/links.ts';
import { siteOutputs } from '../archive/outputs.ts';
import type { FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { DateTag, Day } from '../article/calendar-date.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { Problem } from '../problem.ts';
import { addressTaken } from './address-taken.ts';
import { aliasIsPage } from './alias-is-page.ts';
import { aliasNotAFile } from './alias-not-a-file.ts';
import { aliasTaken } from './alias-taken.ts';
import { dateInFuture } from './date-in-future.ts';
import { dateOutsideSpan } from './date-outside-span.ts';
import { fileNotRead } from './file-not-read.ts';
import { folderNotDate } from './folder-not-date.ts';
import { headlineTwice } from './headline-twice.ts';
import { languageUnknown } from './language-unknown.ts';
import { linkToNothing } from './link-to-nothing.ts';
import { nameSpeltTwice } from './name-spelt-twice.ts';
import { namesInOne } from './names-in-one.ts';
import { ownPageTaken } from './own-page-taken.ts';
import { pageHostNotAllowed } from './page-host-not-allowed.ts';
import { pictureElsewhere } from './picture-elsewhere.ts';
import { pictureInTheWay } from './picture-in-the-way.ts';
import { pictureMisnamed } from './picture-misnamed.ts';
import { pictureMissing } from './picture-missing.ts';
import { pictureUnreadable } from './picture-unreadable.ts';
import { pictureUnsafe } from './picture-unsafe.ts';
import { singularAndPlural } from './singular-and-plural.ts';
import { updatedBeforeDate } from './updated-before-date.ts';

/** What lies beside the articles, and the day of the check. */
export interface Surroundings {
  findPicture: FindPicture;
  findFile: FindFile;
  /** What lies in the content folder, relative to it. */
  contentFiles: readonly string[];
  /** What lies in `public/`, relative to it. */
  publicFiles: readonly string[];
  /** Article files that could not be read; they have problems of their own. */
  unread: readonly string[];
  /** The keeper's own pages. */
  ownPages: readonly { id: string; file: string }[];
  /** What `topics.yaml` says. */
  topicNotes: readonly TopicNote[];
  /** The ids in an article's text to which a link may lead. */
  anchorsIn: (article: Article) => ReadonlySet<string>;
  today: Day;
  /** The time that the archive is of, where its keeper says so. */
  timeSpan?: { first?: DateTag | undefined; last?: DateTag | undefined } | undefined;
  /** The hosts from which scans may be shown. */
  pictureHosts: readonly string[];
}

/** Applies every check; the problems come in no order. */
export function runChecks(articles: readonly Article[], around: Surroundings): Problem[] {
  const archive = buildArchive(articles);
  const outputs = siteOutputs(articles, around);
  const { findPicture } = around;
  return [
    ...addressTaken(articles),
    ...aliasIsPage(articles, outputs),
    ...aliasTaken(articles),
    ...aliasNotAFile(articles),
    ...folderNotDate(articles),
    ...dateInFuture(articles, around.today),
    ...dateOutsideSpan(articles, around.timeSpan ?? {}),
    ...updatedBeforeDate(articles),
    ...headlineTwice(articles),
    ...languageUnknown(articles),
    ...namesInOne(articles),
    ...nameSpeltTwice(articles, archive),
    ...singularAndPlural(archive, around.topicNotes),
    ...linkToNothing(articles, { ...around, archive, outputs }),
    ...pageHostNotAllowed(articles, around.pictureHosts),
    ...pictureElsewhere(articles),
    ...pictureInTheWay(articles, outputs),
    ...pictureMissing(articles, findPicture),
    ...pictureMisnamed(articles, findPicture),
    ...pictureUnreadable(articles, findPicture),
    ...pictureUnsafe(articles, findPicture),
    ...fileNotRead(articles, around),
    ...ownPageTaken(around.ownPages, outputs),
  ];
}
