import { explainDiskError, Stop } from './stop.ts';

/** A file that could not be written: no fault of what was read. What was written before stays as it is. */
export class WriteError extends Stop {
  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(explainDiskError(cause) ?? `\`${path}\` cannot be written: ${reason}.`, { cause });
  }
}
