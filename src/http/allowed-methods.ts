interface Route {
  readonly path: RegExp;
  readonly methods: readonly string[];
}

/** Which methods each address takes: so that a wrong method is told from an address that is not there. */
export class AllowedMethods {
  private readonly routes: Route[] = [];

  /** @param pattern the address of a route, such as `/v1/streams/:stream/events` */
  note(pattern: string, methods: string | readonly string[]): void {
    const parts = pattern.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part)));
    this.routes.push({ path: new RegExp(`^${parts.join('/')}$`), methods: [methods].flat() });
  }

  /** In alphabetical order; none for an address that is not there. */
  of(path: string): readonly string[] {
    const methods = this.routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
