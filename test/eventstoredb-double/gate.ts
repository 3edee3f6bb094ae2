/** What every call passes through: shut, the server has accepted a call and does nothing. */
export class Gate {
  private shut: PromiseWithResolvers<void> | undefined;

  async pass(): Promise<void> {
    await this.shut?.promise;
  }

  close(): void {
    this.shut ??= Promise.withResolvers();
  }

  /** Everything that waited goes on, also what its caller has given up in the meantime. */
  open(): void {
    this.shut?.resolve();
    this.shut = undefined;
  }

  /** What waited never goes on, as in a process that was killed. */
  abandon(): void {
    this.shut = undefined;
  }
}
