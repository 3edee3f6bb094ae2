import type { Service } from '../service.js';

/** One figure of a service's metrics, by its name and labels. */
export async function metric(service: Service, name: string): Promise<number> {
  const { text } = await service.get('/metrics');
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  if (line === undefined) throw new Error(`there is no metric ${name} in:\n${text}`);
  return Number(line.slice(name.length + 1));
}

export async function residentMegabytes(service: Service): Promise<number> {
  return (await metric(service, 'process_resident_memory_bytes')) / 2 ** 20;
}
