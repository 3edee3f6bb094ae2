/**
 * One turn per round of the event loop, however many ask: a hundred readers of history, each of whom reads a
 * page whenever it may, would otherwise read a hundred pages before anybody else gets a word in.
 */
export class FairScheduler {
  private readonly asked: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.asked.push(resolve);
      if (this.asked.length === 1) setImmediate(this.give);
    });
  }

  private readonly give = (): void => {
    this.asked.shift()?.();
    if (this.asked.length > 0) setImmediate(this.give);
  };
}
