import { pathBeside } from '../archive/links.ts';
import { isOutside, placeOfPicture } from '../archive/pictures.ts';
import type { Outputs } from '../archive/outputs.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** A picture is served from its article's address; it must not have the name of a page there, or of another's file. */
export function pictureInTheWay(articles: readonly Article[], outputs: Outputs): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap((picture): Problem[] => {
      if (picture.startsWith('/') || isOutside(picture)) return [];
      const path = pathBeside(article, picture).slice(1).normalize('NFC');
      const holder = outputs.holderOf(path);
      const isItself =
        holder?.path.normalize('NFC') === path &&
        (holder.kind === 'picture' ? holder.article === article.file : isOwnShare(holder.path));
      if (!holder || isItself) return [];
      return [
        {
          place: placeOfPicture(article, picture),
          rule: 'picture-in-the-way',
          severity: 'error',
          message: `The picture \`${picture}\` would be served at /${path}, which is \`/${holder.path}\` of this site or in its way.`,
          fix: 'Give the file another name, here and on the disk.',
        },
      ];
    }),
  );
}

/** A keeper's own picture for sharing takes the place of the one that is drawn. */
const isOwnShare = (path: string): boolean => path.endsWith('/share.png');
