/** One file of the site to be. */
export interface Output {
  /** Relative to the site, with forward slashes: `2023/11/12/flood/index.html`. */
  path: string;
  /**
   * The digest of all that the file shows and is made by: an output with the same key has the same bytes. One
   * without a key is made at every build.
   */
  key?: string | undefined;
  /** Makes the file's bytes. */
  make: () => Promise<Uint8Array> | Uint8Array;
}
