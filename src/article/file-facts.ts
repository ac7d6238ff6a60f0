/** What is known of a file that an article links to: the SHA-256 of its bytes, or why it is not published. */
export type FileReading = { digest: string } | { fault: 'missing' | 'refused'; reason: string };
