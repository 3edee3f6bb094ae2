/** Lets so many go on at once, and the others in the order in which they came. */
export class Semaphore {
  private readonly waiting = new Set<() => void>();

  constructor(private free: number) {}

  /** Waits for a slot, or for the signal to abort: then the action has to see for itself that it is over. */
  async use<T>(action: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const hasSlot = await this.admitted(signal);
    try {
      return await action();
    } finally {
      if (hasSlot) this.release();
    }
  }

  private async admitted(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    return new Promise((resolve) => {
      const admit = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        this.waiting.delete(admit);
        resolve(false);
      };
      this.waiting.add(admit);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private release(): void {
    const [next] = this.waiting;
    if (!next) this.free += 1;
    else {
      this.waiting.delete(next);
      next();
    }
  }
}
