/**
 * What stops a command for a reason that lies outside the program (a full disk, a file that changes while it is
 * read): said in its own words, without a stack, exit status 1. Nothing that is served has changed.
 */
export class Stop extends Error {}

/** What keepers read instead of a system's error code; none where the error is not of the disk. */
export function explainDiskError(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : ` (\`${path}\`)`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${where}. Free some space and try again.`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `The file or folder may not be read or written${where}. Correct its permissions and try again.`;
    case 'EMFILE':
    case 'ENFILE':
      return `Too many files are open${where}. Close other programs, or raise the limit (\`ulimit -n\`).`;
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
    case 'ELOOP':
      return `Something else stands where a file or folder is needed${where}. Move it away and try again.`;
    case 'ENAMETOOLONG':
      return `The disk takes no name as long as this${where}. Shorten it and try again.`;
    case 'EBUSY':
    case 'ETXTBSY':
      return `The file or folder is in use${where}. Close what uses it and try again.`;
    case 'EIO':
    case 'ESTALE':
    case 'ENOTCONN':
      return `The disk cannot be read or written${where}. Check it before trying again.`;
    default:
      return undefined;
  }
}
