// Where the pictures of articles lie, and where they are served.

/**
 * Where a picture that an article names lies: beside the article's file in the content folder, or, with a
 * slash at its beginning, in `public/`.
 */
export function picturePath(file: string, picture: string): string {
  if (picture.startsWith('/')) return picture;
  return `${file.slice(0, file.lastIndexOf('/'))}/${pictureSlug(picture)}`;
}

/** A picture's name below its article's address: `./map.svg` is `map.svg`. */
export const pictureSlug = (picture: string): string => picture.replace(/^(?:\.\/)+/, '');
