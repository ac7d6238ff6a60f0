/** An original that was found and then could not be read to its end; its message is what the disk or archive said. */
export class ReadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
