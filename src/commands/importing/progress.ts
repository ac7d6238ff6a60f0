/** A bar of this many characters. */
const width = 24;

/** Time between two drawings, in milliseconds. */
const pauseMs = 100;

/** Draws how far an import is on a terminal; draws nothing where there is none. */
export class Progress {
  private drawnAt = 0;
  private readonly total: number;
  private readonly stream: NodeJS.WriteStream;

  /** @param total the size of all originals in bytes, or 0 where it is not known */
  constructor(total: number, stream: NodeJS.WriteStream) {
    this.total = total;
    this.stream = stream;
  }

  show(articles: number, bytes: number): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.drawnAt < pauseMs) return;
    this.drawnAt = now;
    const share = this.total === 0 ? 0 : Math.min(1, bytes / this.total);
    const done = Math.round(share * width);
    const bar =
      this.total === 0
        ? ''
        : ` ${'#'.repeat(done)}${'.'.repeat(width - done)} ${Math.floor(share * 100)} %`;
    this.stream.write(
      `\r\u001B[KImporting${bar} ${new Intl.NumberFormat('en').format(articles)} articles`,
    );
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001B[K');
  }
}
