import { createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parse } from '../../command-handling/parse.js';
import { crossSummitViews, summitViews } from '../../views/catalogue.js';
import type { ViewDefinition } from '../../views/definition.js';
import type { Question } from '../../views/diff/compare.js';
import type { MomentParameters } from '../moment-resolver.js';
import { RequestProblem } from '../problem.js';

export type ViewRequest = FastifyRequest<{
  Params: { summit?: string; view?: string; id?: string };
  Querystring: MomentParameters & Readonly<Record<string, unknown>>;
}>;

/** The three moments of a request: `at`, `asOf`, `publicAt`, as they were written. */
export const Moments = createParamDecorator((_: unknown, context: ExecutionContext): MomentParameters => {
  const { at, asOf, publicAt } = requestOf(context).query;
  return {
    ...(at !== undefined && { at }),
    ...(asOf !== undefined && { asOf }),
    ...(publicAt !== undefined && { publicAt }),
  };
});

/** Leaves the three moments to `Moments`. */
export class OwnParametersPipe implements PipeTransform<ViewRequest['query'], object> {
  transform(query: ViewRequest['query']): object {
    return ownParameters(query);
  }
}

/** What is left of a query without the three moments. */
export function ownParameters(query: ViewRequest['query']): Readonly<Record<string, unknown>> {
  const { at, asOf, publicAt, ...own } = query;
  return own;
}

/**
 * The view that a request asks, with its parameters. What does not belong to the view is refused by name.
 * @throws RequestProblem `not_found` naming the views that there are
 * @throws Rejected `invalid` with every parameter that is wrong
 */
export const Asked = createParamDecorator((name: string | undefined, context: ExecutionContext): Question => {
  const request = requestOf(context);
  return questionOf(request, ownParameters(request.query), name);
});

/**
 * @param own the parameters of the view itself
 * @param name of a summit's view, where the address does not give it
 */
export function questionOf(
  request: ViewRequest,
  own: Readonly<Record<string, unknown>>,
  name?: string,
): Question {
  const { summit, id = '' } = request.params;
  const view = summit === undefined ? viewAt(request) : summitView(name ?? request.params.view ?? FIRST);
  return { view, subject: summit ?? id, parameters: parse(view.parameters, own) };
}

function viewAt({ routeOptions }: ViewRequest): ViewDefinition {
  const view = viewsByRoute.get(routeOptions.url?.replace('/v1/', '') ?? '');
  if (!view) throw new RequestProblem('not_found');
  return view;
}

/** The view that the address of a summit itself answers with. */
const FIRST = 'outcome';

/** Each view across summits by its own route: one for all would claim every address that is not there. */
export const viewsByRoute: ReadonlyMap<string, ViewDefinition> = new Map(
  crossSummitViews.map((view) => [view.about === null ? view.name : `${view.name}/:id`, view]),
);

function summitView(name: string): ViewDefinition {
  const view = summitViews.find((one) => one.name === name);
  if (view) return view;
  const names = summitViews.map((one) => one.name).join(', ');
  throw new RequestProblem('not_found', {
    detail: `There is no view "${name}" of a summit. There are: ${names}.`,
  });
}

function requestOf(context: ExecutionContext): ViewRequest {
  return context.switchToHttp().getRequest<ViewRequest>();
}
